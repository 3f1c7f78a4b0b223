import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { number } from '../../ui/format.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { SheetResult, Workbook } from './queries.ts'
import styles from './workbooks.module.css'

const tones: Record<Workbook['state'], Tone> = {
  previewing: 'brand',
  previewed: 'caution',
  applying: 'brand',
  applied: 'ok',
  destroyed: 'plain',
}

export function StateTag({ workbook: { state } }: { workbook: Workbook }) {
  const { t } = useTranslation()
  return <Tag tone={tones[state]}>{t(`workbooks.states.${state}`)}</Tag>
}

export function Progress({ workbook: { done, parts } }: { workbook: Workbook }) {
  const { t } = useTranslation()
  const said = t('workbooks.progress', { done: number(done), parts: number(parts) })
  return (
    <div role="status">
      <progress className={styles.progress} value={done} max={Math.max(parts, 1)} aria-label={said} />
      <span className="small muted">{said}</span>
    </div>
  )
}

const kinds = ['read', 'new', 'changed', 'same', 'conflict', 'rejected', 'blank'] as const

/** One line a sheet, and that it adds up. */
export function Counts({ caption, results }: { caption: string; results: readonly SheetResult[] }) {
  const { t } = useTranslation()
  const columns: Column<SheetResult>[] = [
    {
      key: 'sheet',
      title: t('workbooks.sheet'),
      phone: 'heading',
      cell: ({ sheet }) => t(`workbooks.sheets.${sheet}`),
    },
    ...kinds.map(
      (kind): Column<SheetResult> => ({
        key: kind,
        title: t(`workbooks.${kind}`),
        align: 'end',
        cell: (one) =>
          one[kind] > 0 && (kind === 'conflict' || kind === 'rejected') ? (
            <b>{number(one[kind])}</b>
          ) : (
            number(one[kind])
          ),
      }),
    ),
  ]
  return (
    <div className={styles.counts}>
      <DataTable caption={caption} columns={columns} rows={results} rowKey={({ sheet }) => sheet} />
      <p className="small muted">{t('workbooks.adds')}</p>
    </div>
  )
}
