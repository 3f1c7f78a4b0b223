import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { may, meQuery } from '../../session.ts'
import { FileChoice, uploadOf } from '../../ui/file-choice.tsx'
import { KeptFile } from '../../ui/kept-file.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Nothing, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './funds.module.css'
import { type FundFile, fileQuery, filesQuery, type Subject, touchesFunds } from './queries.ts'

interface FilesProps {
  of: Subject
  title: string
  row: { files: number; voidFiles: number }
  /** Whether more may be put beside it. */
  open?: boolean
}
/** The papers of a movement: how many there are and how many are void, and behind the button which. */
export function Files({ of, title, row: { files: count, voidFiles }, open = true }: FilesProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const me = useQuery(meQuery).data
  const mayAdd = may(me, 'funds.file.add') && open
  if (count + voidFiles === 0 && !mayAdd) return null
  const said = voidFiles > 0 ? ` · ${t('funds.voidFiles', { count: voidFiles })}` : ''
  return (
    <>
      <Button size="small" aria-label={t('funds.filesOf', { title, count }) + said} onClick={() => setShown(true)}>
        {t('funds.files', { count }) + said}
      </Button>
      {shown && <FilesDialog of={of} title={title} mayAdd={mayAdd} onClose={() => setShown(false)} />}
    </>
  )
}

interface DialogProps {
  of: Subject
  title: string
  mayAdd: boolean
  onClose(): void
}
function FilesDialog({ of, title, mayAdd, onClose }: DialogProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(filesQuery(of))
  const add = useOperation(
    async (file: File) => answer(api.POST('/fund-files', { body: { id: newId(), ...of, ...(await uploadOf(file)) } })),
    { touches: touchesFunds },
  )
  return (
    <Modal open title={t('funds.papersOf', { title })} footer={null} onCancel={onClose} destroyOnHidden width={560}>
      <div className="stack">
        <Loaded
          query={query}
          skeleton={<Skeleton lines={2} height={30} />}
          empty={{
            when: ({ pages }) => pages[0]?.items.length === 0,
            show: <Nothing title={t('funds.noFiles')}>{t('funds.noFilesWhy')}</Nothing>,
          }}
        >
          {({ pages }) => (
            <ul className={styles.files}>
              {pages
                .flatMap(({ items }) => items)
                .map((file) => (
                  <li key={file.id}>
                    <OneFile file={file} />
                    <span className={styles.hash}>SHA-256 {file.sha256}</span>
                  </li>
                ))}
            </ul>
          )}
        </Loaded>
        <More query={query} />
        {mayAdd && (
          <div>
            <FileChoice label={t('funds.addFile')} busy={add.busy} onFile={add.send} />
          </div>
        )}
        {add.refusal ? <ProblemNotice error={add.refusal} /> : null}
      </div>
    </Modal>
  )
}

function OneFile({ file }: { file: FundFile }) {
  const { t } = useTranslation()
  const { id: fileId, size } = file
  return (
    <KeptFile
      file={file}
      mayVoid={may(useQuery(meQuery).data, 'funds.file.void')}
      take={() => fileQuery(fileId)}
      markVoid={(body) => answer(api.POST('/fund-files/{fileId}/void', { params: { path: { fileId } }, body }))}
      touches={touchesFunds}
    >
      <span className="number muted">{t('funds.kb', { kb: Math.max(1, Math.round(size / 1024)) })}</span>
    </KeptFile>
  )
}
