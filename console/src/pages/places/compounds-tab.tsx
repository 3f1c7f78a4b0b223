import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacesSearch } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FilterBar, Views } from '../../ui/filters.tsx'
import { number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type CompoundAspect, CompoundFactDialog } from './compound-fact-dialog.tsx'
import styles from './places.module.css'
import { type Compound, type CompoundFact, compoundsQuery, useDivisionName } from './queries.ts'

interface Asked {
  compound: Compound
  aspect: CompoundAspect
}

type Only = 'all' | 'three-no' | 'unknown'

interface FactProps {
  fact: CompoundFact | null
  onAsk(): void
  label: string
}

/** Yes, no, or nobody has asked yet: three different words. */
function Fact({ fact, onAsk, label }: FactProps) {
  const { t } = useTranslation()
  const word = fact === null ? t('compounds.unknown') : fact.present ? t('compounds.yes') : t('compounds.no')
  const tone = fact === null ? 'caution' : fact.present ? 'ok' : 'plain'
  return (
    <span className={styles.fact}>
      <Tag tone={tone}>{word}</Tag>
      {fact?.unit}
      <button type="button" className="plain-button small" onClick={onAsk} aria-label={label}>
        {t('compounds.change')}
      </button>
    </span>
  )
}

interface TabProps {
  search: PlacesSearch
  onChange(patch: PlacesSearch): void
}

export function CompoundsTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const query = useQuery(compoundsQuery)
  const divisionName = useDivisionName()
  const [only, setOnly] = useState<Only>('all')
  const [asked, setAsked] = useState<Asked | null>(null)
  const rows = (query.data ?? []).filter(
    (one) =>
      (!search.division || one.division.startsWith(search.division)) &&
      (only === 'all' || (only === 'three-no' ? one.threeNo === true : one.threeNo === null)),
  )
  const factColumn = (
    key: 'propertyManagement' | 'responsibleUnit' | 'guard',
    aspect: CompoundAspect,
  ): Column<Compound> => ({
    key,
    title: t(`compounds.aspect.${aspect}`),
    cell: (compound) => (
      <Fact
        fact={compound[key]}
        label={t('compounds.changeOf', { name: compound.name, what: t(`compounds.aspect.${aspect}`) })}
        onAsk={() => setAsked({ compound, aspect })}
      />
    ),
  })
  const columns: Column<Compound>[] = [
    { key: 'name', title: t('compounds.name'), phone: 'heading', cell: (one) => one.name },
    { key: 'division', title: t('seats.division'), cell: (one) => divisionName(one.division) },
    {
      key: 'households',
      title: t('compounds.households'),
      align: 'end',
      cell: (one) => (one.households === null ? '—' : number(one.households)),
    },
    factColumn('propertyManagement', 'property-management'),
    factColumn('responsibleUnit', 'responsible-unit'),
    factColumn('guard', 'guard'),
    {
      key: 'threeNo',
      title: t('compounds.threeNo'),
      cell: (one) => one.threeNo && <Tag tone="alarm">{t('compounds.threeNo')}</Tag>,
    },
    {
      key: 'position',
      title: t('places.position'),
      cell: (one) => (
        <button type="button" className="plain-button" onClick={() => onChange({ tab: undefined, place: one.id })}>
          {one.position ? t('places.moveOnMap') : t('checkpoint.putOnMap')}
        </button>
      ),
    },
  ]
  return (
    <Card flush>
      <FilterBar result={t('compounds.count', { count: rows.length })}>
        <Views<Only>
          label={t('compounds.threeNo')}
          value={only}
          options={[
            ['all', t('handOvers.all')],
            ['three-no', t('compounds.threeNo')],
            ['unknown', t('compounds.someUnknown')],
          ]}
          onChange={setOnly}
        />
      </FilterBar>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        empty={{
          when: () => rows.length === 0,
          show: <Nothing title={t('compounds.none')}>{t('compounds.noneWhy')}</Nothing>,
        }}
      >
        {() => <DataTable caption={t('places.tab.compounds')} columns={columns} rows={rows} rowKey={(one) => one.id} />}
      </Loaded>
      {asked && <CompoundFactDialog {...asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}
