import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './agency-lists.module.css'
import { header } from './queries.ts'

interface Cell {
  heading: string
  text: string
}

/** Nobody is found by a masked name; looking is on record. Gone again with the page. */
export function RowWhole({ entryId }: { entryId: string }) {
  const { t } = useTranslation()
  const [cells, setCells] = useState<Cell[] | null>(null)
  const show = useOperation(
    () => answer(api.POST('/agency-list-entries/{entryId}/cells', { params: { path: { entryId }, header } })),
    { onDone: (row) => setCells(row.cells) },
  )
  if (!cells) {
    return (
      <div>
        <Button size="small" loading={show.busy} onClick={() => show.send(undefined)}>
          {t('listEntry.show')}
        </Button>
        {show.refusal ? <ProblemNotice error={show.refusal} /> : null}
      </div>
    )
  }
  return (
    <section aria-label={t('listEntry.shown')}>
      <h3 className="small muted">{t('listEntry.shown')}</h3>
      <dl className={styles.facts}>
        {cells.map(({ heading, text }, nth) =>
          text === '' ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of one row stay where they are, and two may be called the same
            <div key={nth} style={{ display: 'contents' }}>
              <dt>{heading || '—'}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}
