import { type QueryKey, useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../new-id.ts'
import { meQuery } from '../session.ts'
import { FileButton } from './file-button.tsx'
import type { saveFile } from './files.ts'
import { FormDialog } from './form-dialog.tsx'
import { dateTime } from './format.ts'
import styles from './kept-file.module.css'
import { useOperation } from './operation.ts'

const MISTAKES = ['wrong-paper', 'personal-data', 'unreadable', 'twice'] as const
type Mistake = (typeof MISTAKES)[number]
export interface Voiding {
  id: string
  why: Mistake
}

interface KeptFileProps {
  file: { id: string; fileName: string; void: { at: string; why: Mistake; by: string | null } | null }
  /** Whether the reader may mark it as void. */
  mayVoid: boolean
  take(): Promise<Parameters<typeof saveFile>[0]>
  markVoid(said: Voiding): Promise<unknown>
  /** What becomes stale by it. */
  touches: QueryKey[]
  /** What else stands in its line. */
  children?: ReactNode
}

/** A file beside something: saved by its name; struck through with the reason when it is void, and then opened by the audit alone. */
export function KeptFile({ file, mayVoid, take, markVoid, touches, children }: KeptFileProps) {
  const { t } = useTranslation()
  const isAuditor = useQuery(meQuery).data?.role === 'auditor'
  const [asked, setAsked] = useState(false)
  const { fileName, void: voided } = file
  const spoken = t('files.download', { name: fileName })
  return (
    <span className={styles.line}>
      {voided ? (
        <>
          <s className={styles.name}>{fileName}</s>
          <span className={styles.why}>
            {t('files.isVoid', { why: t(`files.mistakes.${voided.why}`) })} · {voided.by && `${voided.by} · `}
            <time className="number">{dateTime(voided.at)}</time>
          </span>
          {isAuditor && <FileButton label={t('files.look')} spoken={spoken} take={take} />}
        </>
      ) : (
        <FileButton label={fileName} spoken={spoken} take={take} />
      )}
      {mayVoid && !voided && (
        <Button
          size="small"
          type="text"
          danger
          aria-label={t('files.voidOne', { name: fileName })}
          onClick={() => setAsked(true)}
        >
          {t('files.void')}
        </Button>
      )}
      {children}
      {asked && (
        <VoidDialog fileName={fileName} markVoid={markVoid} touches={touches} onClose={() => setAsked(false)} />
      )}
    </span>
  )
}

interface VoidDialogProps extends Pick<KeptFileProps, 'markVoid' | 'touches'> {
  fileName: string
  onClose(): void
}
function VoidDialog({ fileName, markVoid, touches, onClose }: VoidDialogProps) {
  const { t } = useTranslation()
  const mark = useOperation(({ why }: { why: Mistake }) => markVoid({ id: newId(), why }), { touches, onDone: onClose })
  return (
    <FormDialog
      name="void-file"
      title={t('files.voidTitle')}
      verb={t('files.void')}
      about={
        <>
          <b>{fileName}</b>
          <br />
          {t('files.voidAbout')}
        </>
      }
      danger
      keep={mark}
      onClose={onClose}
    >
      <Form.Item name="why" label={t('files.why')} rules={[{ required: true, message: t('files.whyNeeded') }]}>
        <Select options={MISTAKES.map((value) => ({ value, label: t(`files.mistakes.${value}`) }))} />
      </Form.Item>
    </FormDialog>
  )
}
