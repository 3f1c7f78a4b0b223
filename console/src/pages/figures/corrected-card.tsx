import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, exactTime } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './figures.module.css'
import type { History } from './queries.ts'

type Corrected = History['corrected']
type Record = Corrected['items'][number]

/** The page that tells of a record, which asks for itself who may read it. */
function pageOf({ kind, pageId }: Record) {
  if (!pageId) return null
  switch (kind) {
    case 'passage':
      return paths.checkpoint(pageId)
    case 'travel':
    case 'contact':
    case 'stay':
    case 'illness':
      return paths.personExposures(pageId)
    case 'case-entry':
      return paths.case(pageId)
    case 'order':
    case 'reading':
      return paths.order(pageId)
    case 'disinfection':
      return paths.site(pageId)
    case 'inspection':
    case 'finding-step':
      return paths.inspection(pageId)
    case 'movement':
      return paths.store(pageId)
    case 'publication':
      return paths.piece(pageId)
    default:
      return null
  }
}

/** Records behind the number that were put right since the report before: which, when, and why. */
export function CorrectedCard({ corrected: { since, total, items } }: { corrected: Corrected }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const columns: Column<Record>[] = [
    {
      key: 'record',
      title: t('figures.correctedRecord'),
      phone: 'heading',
      cell: (record) => {
        const name = `${t(`figures.recordKinds.${record.kind}`)} · ${exactTime(record.at)}`
        const page = pageOf(record)
        return page ? <Link {...page}>{name}</Link> : name
      },
    },
    { key: 'division', title: t('figures.area'), cell: ({ division }) => divisionName(division) },
    { key: 'correctedAt', title: t('figures.correctedAt'), cell: ({ correctedAt }) => exactTime(correctedAt) },
    {
      key: 'why',
      title: t('figures.correctedWhy'),
      cell: ({ voided, why }) => (
        <>
          {voided && <Tag tone="caution">{t('figures.takenBack')}</Tag>} {why}
        </>
      ),
    },
  ]
  return (
    <Card title={t('figures.corrected')}>
      <p className={styles.note}>{t('figures.correctedAbout', { since: dateTime(since) })}</p>
      {total === 0 ? (
        <p>{t('figures.correctedNone')}</p>
      ) : (
        <DataTable
          caption={t('figures.corrected')}
          columns={columns}
          rows={items}
          rowKey={({ recordId, correctedAt }) => `${recordId} ${correctedAt}`}
        />
      )}
      {total > items.length && (
        <p className={styles.note}>{t('figures.correctedMore', { shown: items.length, total })}</p>
      )}
    </Card>
  )
}
