import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { type Board, type RecordRow, recordsQuery } from './queries.ts'

const MISTAKES = ['twice', 'wrong-number', 'wrong-time', 'wrong-place', 'never-happened'] as const
type Mistake = (typeof MISTAKES)[number]

function useSaid() {
  const { t } = useTranslation()
  return ({ kind, what, amount, unit }: RecordRow): string => {
    const counted = number(amount)
    if (kind === 'meal') return t('sites.record.meal', { meal: t(`sites.meal.${what as 'lunch'}`), count: counted })
    if (kind === 'activity') return t('sites.record.activity', { what, count: counted })
    if (kind === 'ride' || kind === 'arrival') return t('sites.record.ride', { what, count: counted })
    return kind === 'goods' ? `${what} ${counted} ${unit ?? ''}` : `${what} ${counted} mg/L`
  }
}

function TakeBackDialog({ siteId, record, onClose }: { siteId: string; record: RecordRow; onClose(): void }) {
  const { t } = useTranslation()
  const said = useSaid()
  return (
    <FactDialog<{ why: Mistake }>
      name="take-back"
      title={t('sites.takeBack')}
      verb={t('sites.takeBack')}
      danger
      about={`${dateTime(record.at)} · ${said(record)}。${t('sites.takeBackAbout')}`}
      send={(body) =>
        answer(
          api.POST('/sites/{siteId}/records/taking-back', {
            params: { path: { siteId } },
            body: { ...body, kind: record.kind, recordId: record.id },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="why" label={t('sites.mistake')} rules={[{ required: true, message: t('sites.fieldNeeded') }]}>
        <Select options={MISTAKES.map((value) => ({ value, label: t(`sites.mistakes.${value}`) }))} />
      </Form.Item>
    </FactDialog>
  )
}

/** Every record by itself, so that a wrong one can be taken back. */
export function RecordsCard({ board }: { board: Board }) {
  const { t } = useTranslation()
  const said = useSaid()
  const query = useInfiniteQuery(recordsQuery(board.site.id))
  const [wrong, setWrong] = useState<RecordRow | null>(null)
  const columns: Column<RecordRow>[] = [
    {
      key: 'at',
      title: t('sites.at'),
      phone: 'heading',
      cell: ({ at }) => <span className="number">{dateTime(at)}</span>,
    },
    { key: 'kind', title: t('sites.recordKind'), cell: ({ kind }) => t(`sites.kind.${kind}`) },
    { key: 'what', title: t('sites.recordWhat'), phone: 'wide', cell: (row) => said(row) },
    { key: 'by', title: t('sites.by'), cell: ({ by }) => by ?? '—' },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (row) =>
        row.takenBack ? (
          <Tag tone="caution">
            {t('sites.takenBack', { why: t(`sites.mistakes.${row.takenBack.why}`), by: row.takenBack.by ?? '—' })}
          </Tag>
        ) : (
          <Button
            size="small"
            aria-label={t('sites.takeBackOne', { what: said(row), time: dateTime(row.at) })}
            onClick={() => setWrong(row)}
          >
            {t('sites.takeBack')}
          </Button>
        ),
    },
  ]
  return (
    <Card flush title={t('sites.records')}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={4} height={26} />}
        none={<Nothing title={t('sites.noRecords')} />}
        caption={t('sites.records')}
        columns={columns}
        rowKey={({ id }) => id}
        rowTone={({ takenBack }) => (takenBack ? 'quiet' : undefined)}
      />
      {wrong && <TakeBackDialog siteId={board.site.id} record={wrong} onClose={() => setWrong(null)} />}
    </Card>
  )
}
