import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Asked } from './case-page.tsx'
import styles from './cases.module.css'
import { type CaseFile, cardQuery, healing } from './queries.ts'

function hand({ fileName, type, content }: { fileName: string; type: string; content: string }): void {
  const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}

/** The national card. It shows somebody whole, so it is opened by a click and not with the page. */
export function CardCard({ file, onAsk }: { file: CaseFile; onAsk?: ((asked: Asked) => void) | undefined }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const print = useOperation(
    () =>
      answer(
        api.GET('/cases/{caseId}/card/print', {
          params: { header: healing, path: { caseId: file.id }, query: { language: language() } },
        }),
      ),
    { onDone: hand },
  )
  return (
    <Card
      title={t('caseFile.card')}
      extra={onAsk && <Button onClick={() => onAsk('report')}>{t('caseFile.sendCard')}</Button>}
    >
      <div className="stack">
        {open ? <Fields caseId={file.id} /> : <p>{t('caseFile.cardAbout')}</p>}
        <div className="row">
          {!open && <Button onClick={() => setOpen(true)}>{t('caseFile.showCard')}</Button>}
          <Button onClick={() => print.send(undefined)} loading={print.busy}>
            {t('caseFile.printCard')}
          </Button>
        </div>
        {print.refusal ? <ProblemNotice error={print.refusal} /> : null}
      </div>
    </Card>
  )
}

function Fields({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const query = useQuery(cardQuery(caseId, language()))
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} />} empty="never">
      {({ fields }) => (
        <dl className={styles.card}>
          {fields
            .filter(({ required, value }) => required || value !== null)
            .map(({ key, name, value, required }) => (
              <div key={key} style={{ display: 'contents' }}>
                <dt>
                  {name}
                  {required && ' *'}
                </dt>
                <dd>{value ?? <Tag tone="caution">{t('caseFile.cardEmpty')}</Tag>}</dd>
              </div>
            ))}
        </dl>
      )}
    </Loaded>
  )
}
