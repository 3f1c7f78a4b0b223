import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Choice } from '../../ui/filters.tsx'
import { number } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './agency-lists.module.css'
import type { Field, Preview } from './queries.ts'
import { Reasons } from './reasons.tsx'

const fields: Field[] = ['name', 'document', 'phone', 'sex', 'birth', 'address', 'township', 'village', 'other']

interface HeadingsCardProps {
  preview: Preview
  busy: boolean
  refusal: unknown
  onFields(fields: Field[]): void
  onSheet(sheet: string): void
  onConfirm(): void
}

type Heading = Preview['columns'][number] & { nth: number }

function useColumns({ preview, onFields }: HeadingsCardProps): Column<Heading>[] {
  const { t } = useTranslation()
  const change = (nth: number, field: Field) =>
    onFields(preview.columns.map((one, at) => (at === nth ? field : one.field)))
  return [
    { key: 'column', title: t('newList.column'), phone: 'leave-out', cell: ({ column }) => column },
    {
      key: 'heading',
      title: t('newList.heading'),
      phone: 'heading',
      cell: ({ heading, column }) => heading || <span className="muted">{column}</span>,
    },
    {
      key: 'meaning',
      title: t('newList.meaning'),
      phone: 'wide',
      cell: ({ heading, column, field, from, nth }) => (
        <span className="row">
          <Choice
            label={`${t('newList.meaning')}: ${heading || column}`}
            value={field === 'other' ? undefined : field}
            any={t('newList.fields.other')}
            options={fields.filter((one) => one !== 'other').map((one) => [one, t(`newList.fields.${one}`)] as const)}
            onChange={(wanted) => change(nth, (wanted ?? 'other') as Field)}
          />
          {from === 'remembered' && <Tag tone="ok">{t('newList.remembered')}</Tag>}
          {from === 'dictionary' && <Tag>{t('newList.suggested')}</Tag>}
        </span>
      ),
    },
    {
      key: 'sample',
      title: t('newList.sample'),
      phone: 'wide',
      cell: ({ nth }) => (
        <div className={styles.sample}>
          {preview.sample
            .map(({ cells }) => cells[nth] ?? '')
            .filter((text) => text !== '')
            .join(' / ') || '—'}
        </div>
      ),
    },
  ]
}

/** What was seen in the file: its columns with what they mean, and what would become of its rows. */
export function HeadingsCard(props: HeadingsCardProps) {
  const { preview, busy, refusal, onSheet, onConfirm } = props
  const { t } = useTranslation()
  const columns = useColumns(props)
  const withRows = preview.sheets.filter(({ rows }) => rows > 0)
  const rows = preview.columns.map((column, nth) => ({ ...column, nth }))
  return (
    <Card
      flush
      title={t('newList.headings')}
      extra={
        <>
          {t('newList.source', { format: preview.format, encoding: preview.encoding.toUpperCase() })}
          {' · '}
          {t('newList.headerRow', { row: preview.headerRow })}
        </>
      }
    >
      <div className={styles.notes}>
        <p className="muted">{t('newList.headingsAbout')}</p>
        {withRows.length > 1 && (
          <Choice
            label={t('newList.sheet')}
            value={preview.sheets.find(({ chosen }) => chosen)?.name}
            any={t('newList.sheet')}
            options={withRows.map(({ name, rows: count }) => [
              name,
              t('newList.sheetRows', { name, rows: number(count) }),
            ])}
            onChange={(name) => name && onSheet(name)}
          />
        )}
      </div>
      <DataTable caption={t('newList.headings')} columns={columns} rows={rows} rowKey={({ column }) => column} />
      <div className={styles.notes}>
        <p>
          <b>
            {t('newList.found', {
              read: number(preview.read),
              usable: number(preview.usable),
              rejected: number(preview.rejectedCount),
              blank: number(preview.blank),
            })}
          </b>{' '}
          {preview.hiddenRows > 0 && t('newList.hiddenRows', { count: preview.hiddenRows })}
        </p>
        {preview.receivedBefore && (
          <p>
            {t('newList.before')} <Link {...paths.list(preview.receivedBefore)}>{t('newList.beforeLink')}</Link>
          </p>
        )}
        {preview.rejected.length > 0 && (
          <details>
            <summary>{t('newList.rejected')}</summary>
            <ul className={styles.rejected}>
              {preview.rejected.map(({ nth, reasons }) => (
                <li key={nth} className="row">
                  <span className="number">{t('newList.rejectedRow', { nth })}</span>
                  <Reasons codes={reasons} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {refusal ? <ProblemNotice error={refusal} /> : null}
        <div>
          <Button type="primary" loading={busy} disabled={preview.read === preview.blank} onClick={onConfirm}>
            {t('newList.send')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
