import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import type { Tree } from './queries.ts'
import { settingName, toneOf } from './words.ts'

type Case = Tree['cases'][number]

/** The same for whoever reads instead of looking. */
export function TreeTable({ tree }: { tree: Tree }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const byId = new Map(tree.cases.map((one) => [one.id, one]))
  const sourceOf = new Map(tree.links.map((link) => [link.target, link]))
  const columns: Column<Case>[] = [
    {
      key: 'case',
      title: t('epidemiology.target'),
      phone: 'heading',
      cell: ({ id, day, division }) => (
        <Link {...paths.case(id)}>
          {day} {divisionName(division)}
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('cases.status'),
      cell: ({ status }) => <Tag tone={toneOf[status]}>{t(`cases.statuses.${status}`)}</Tag>,
    },
    {
      key: 'source',
      title: t('epidemiology.source'),
      cell: ({ id, setting }) => {
        const link = sourceOf.get(id)
        const source = link && byId.get(link.source)
        if (!source) return setting && settingName(t, setting)
        return (
          <>
            <Link {...paths.case(source.id)}>
              {source.day} {divisionName(source.division)}
            </Link>{' '}
            {settingName(t, link.setting)}
          </>
        )
      },
    },
  ]
  return <DataTable caption={t('epidemiology.tree')} columns={columns} rows={tree.cases} rowKey={({ id }) => id} />
}
