import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Card } from '../../ui/page.tsx'
import { catalogueQuery } from '../figures/queries.ts'
import { nameOf, numberOf } from '../figures/words.ts'
import { useDivisionName } from '../places/queries.ts'
import type { Difference } from './queries.ts'
import styles from './reports.module.css'

interface DifferencesProps {
  title: string
  about: ReactNode
  /** Of the report that has these numbers. */
  asOf: string
  rows: Difference[]
}

/** Numbers that are others in the one than in the other, each leading to its figure. */
export function DifferencesCard({ title, about, asOf, rows }: DifferencesProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const figures = new Map(useQuery(catalogueQuery).data?.items.map((one) => [one.name as string, one]))
  const columns: Column<Difference>[] = [
    {
      key: 'figure',
      title: t('figures.name'),
      phone: 'heading',
      cell: ({ figure, part }) => {
        const known = figures.get(figure)
        return (
          <>
            {known ? <Link {...paths.figure(figure, { area: part ?? undefined, asOf })}>{nameOf(known)}</Link> : figure}
            {part && ` · ${divisionName(part)}`}
          </>
        )
      },
    },
    {
      key: 'before',
      title: t('reports.was'),
      align: 'end',
      cell: ({ figure, before }) => numberOf(before, figures.get(figure)),
    },
    {
      key: 'after',
      title: t('reports.is'),
      align: 'end',
      cell: ({ figure, after }) => numberOf(after, figures.get(figure)),
    },
  ]
  return (
    <Card title={title}>
      <p className={styles.note}>{about}</p>
      {rows.length === 0 ? (
        <p>{t('reports.same')}</p>
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          rowKey={({ figure, part }) => `${figure} ${part ?? ''}`}
          height={320}
        />
      )}
    </Card>
  )
}
