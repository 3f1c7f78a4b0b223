import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type ExposuresSearch, paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Choice } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './exposures.module.css'
import { categoryName, categoryNameOf, nested, personName } from './names.ts'
import { categoriesQuery, type RingsAnswer, ringsQuery } from './queries.ts'
import { RingsChart } from './rings-chart.tsx'

interface TabProps {
  search: ExposuresSearch
  onChange(patch: ExposuresSearch): void
}
type Node = RingsAnswer['nodes'][number]
type Edge = RingsAnswer['edges'][number]

export function RingsTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const categories = useQuery(categoriesQuery(search.area, search.asOf)).data?.items
  const depth = search.depth ?? (search.person ? 2 : 1)
  const category = search.person ? undefined : (search.category ?? categories?.[0]?.code)
  const query = useQuery(ringsQuery({ personId: search.person, category, area: search.area, asOf: search.asOf, depth }))
  const centre = query.data?.nodes.find(({ ring }) => ring === 0)
  return (
    <Card
      title={
        search.person
          ? t('exposures.ringsOf', { name: centre ? personName(t, centre.person) : '…' })
          : t('exposures.tab.rings')
      }
      extra={
        <>
          <Choice
            label={t('rings.around')}
            value={category}
            any={search.person ? t('exposures.person') : t('exposures.chooseCategory')}
            options={nested(categories ?? []).map(({ category: one, depth: level }) => [
              one.code,
              `${'　'.repeat(level)}${t('rings.ofCategory', { category: categoryName(one) })}`,
            ])}
            onChange={(code) => code && onChange({ category: code, person: undefined, depth: undefined })}
          />
          <Choice
            label={t('rings.depth')}
            value={String(depth)}
            any={t('rings.depth')}
            options={[1, 2, 3].map((count) => [String(count), t('rings.depthOption', { count })] as const)}
            onChange={(wanted) => onChange({ depth: wanted ? Number(wanted) : undefined })}
          />
        </>
      }
      flush
    >
      <Loaded
        query={query}
        skeleton={<Skeleton lines={10} height={30} />}
        empty={{
          when: ({ nodes }) => nodes.length === 0,
          show: <Nothing title={t('rings.none')}>{t('rings.noneWhy')}</Nothing>,
        }}
      >
        {(rings) => (
          <>
            <p className={styles.details}>
              {t('rings.persons', { count: rings.nodes.length })} · {t('rings.meetings', { count: rings.edges.length })}
              {rings.more && (
                <>
                  {' '}
                  <Tag tone="caution">{t('rings.more')}</Tag>
                </>
              )}
            </p>
            <RingsChart rings={rings} categories={categories} />
            <RingsTable rings={rings} categories={categories} asOf={search.asOf} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

interface RingsTableProps {
  rings: RingsAnswer
  categories: Parameters<typeof categoryNameOf>[0]
  asOf: string | undefined
}

/** The same as the picture, for whoever does not see it, and for whoever wants to know exactly. */
function RingsTable({ rings, categories, asOf }: RingsTableProps) {
  const { t } = useTranslation()
  const metBy = useMemo(() => {
    const found = new Map<string, { others: Set<string>; kinds: Set<Edge['kind']> }>()
    for (const { one, other, kind } of rings.edges)
      for (const [mine, theirs] of [
        [one, other],
        [other, one],
      ] as const) {
        const so = found.get(mine) ?? { others: new Set(), kinds: new Set() }
        so.others.add(theirs)
        so.kinds.add(kind)
        found.set(mine, so)
      }
    return found
  }, [rings])
  const columns: Column<Node>[] = [
    {
      key: 'person',
      title: t('exposures.person'),
      phone: 'heading',
      cell: ({ person }) =>
        person.visible ? (
          <Link {...paths.exposures({ tab: 'rings', person: person.id, asOf })}>{personName(t, person)}</Link>
        ) : (
          personName(t, person)
        ),
    },
    {
      key: 'ring',
      title: t('rings.ring'),
      cell: ({ ring }) => (ring === 0 ? t('rings.centre') : t('rings.ringNo', { count: ring })),
    },
    {
      key: 'met',
      title: t('rings.metCount'),
      align: 'end',
      cell: ({ person }) => metBy.get(person.id)?.others.size ?? 0,
    },
    {
      key: 'kinds',
      title: t('rings.kinds'),
      cell: ({ person }) =>
        [...(metBy.get(person.id)?.kinds ?? [])]
          .map((kind) => t(`exposureWords.kind.${kind}`))
          .join(t('definitions.text.comma')),
    },
    {
      key: 'categories',
      title: t('exposures.inCategories'),
      phone: 'wide',
      cell: ({ categories: codes }) =>
        codes.map((code) => categoryNameOf(categories, code)).join(t('definitions.text.comma')),
    },
    {
      key: 'illness',
      title: t('rings.illness'),
      cell: ({ illness, onsetAt }) =>
        illness && (
          <Tag tone={illness === 'confirmed' ? 'alarm' : 'caution'}>
            {t(`exposureWords.state.${illness}`)} {onsetAt && dateTime(onsetAt).slice(0, 10)}
          </Tag>
        ),
    },
  ]
  return (
    <details className={styles.details}>
      <summary>{t('rings.asTable')}</summary>
      <DataTable
        caption={t('exposures.tab.rings')}
        columns={columns}
        rows={rings.nodes}
        rowKey={({ person }) => person.id}
        height={560}
      />
    </details>
  )
}
