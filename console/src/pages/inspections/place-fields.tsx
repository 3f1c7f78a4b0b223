import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DivisionBox } from '../people/division-box.tsx'
import { compoundsQuery, placeCheckpointsQuery } from '../places/queries.ts'
import { sitesQuery } from '../sites/queries.ts'
import { Field } from './field.tsx'
import { type PlaceKind, placeKinds } from './words.tsx'

export interface PlaceSaid {
  placeKind: PlaceKind
  division?: string
  placeId?: string
  placeName?: string
}
export const placeIsWhole = ({ placeKind, division, placeId, placeName }: PlaceSaid): boolean => {
  if (placeKind === 'venue') return Boolean(division && placeName?.trim())
  if (placeKind === 'village') return division?.length === 12
  return placeKind === 'township' ? division?.length === 9 : Boolean(placeId)
}

interface PlaceFieldsProps {
  place: PlaceSaid
  onChange(place: PlaceSaid): void
}

export function PlaceFields({ place, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation()
  const { placeKind, division, placeId, placeName } = place
  const isNamed = placeKind === 'checkpoint' || placeKind === 'compound' || placeKind === 'site'
  return (
    <>
      <Field label={t('inspections.kindOf')}>
        <Select
          aria-label={t('inspections.kindOf')}
          value={placeKind}
          options={placeKinds.map((value) => ({ value, label: t(`inspections.kind.${value}`) }))}
          onChange={(kind) => onChange({ placeKind: kind })}
        />
      </Field>
      {isNamed ? (
        <Field label={t('inspections.place')}>
          <RegisteredBox kind={placeKind} placeId={placeId} onChange={onChange} />
        </Field>
      ) : (
        <Field label={t('inspections.area')}>
          <DivisionBox
            label={t('inspections.area')}
            value={division}
            homes={placeKind === 'village'}
            onChange={(code) =>
              onChange({ placeKind, ...(code ? { division: code } : {}), ...(placeName ? { placeName } : {}) })
            }
          />
        </Field>
      )}
      {placeKind === 'venue' && (
        <Field label={t('inspections.venueName')}>
          <Input
            aria-label={t('inspections.venueName')}
            maxLength={60}
            value={placeName ?? ''}
            onChange={({ target }) => onChange({ ...place, placeName: target.value })}
          />
        </Field>
      )}
    </>
  )
}

interface RegisteredProps {
  kind: 'checkpoint' | 'compound' | 'site'
  placeId: string | undefined
  onChange(place: PlaceSaid): void
}
/** A place of a register, found by its name; its division comes with it. */
function RegisteredBox({ kind, placeId, onChange }: RegisteredProps) {
  const { t } = useTranslation()
  const checkpoints = useQuery({ ...placeCheckpointsQuery, enabled: kind === 'checkpoint' })
  const compounds = useQuery({ ...compoundsQuery, enabled: kind === 'compound' })
  const sites = useInfiniteQuery({ ...sitesQuery(undefined), enabled: kind === 'site' })
  const rows = {
    checkpoint: checkpoints.data ?? [],
    compound: compounds.data ?? [],
    site: sites.data?.pages.flatMap(({ items }) => items) ?? [],
  }[kind] as ReadonlyArray<{ id: string; name: string; division: string }>
  return (
    <Select
      aria-label={t('inspections.place')}
      showSearch={{ optionFilterProp: 'label' }}
      value={placeId ?? null}
      options={rows.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string | null) => {
        const found = rows.find((one) => one.id === id)
        if (found) onChange({ placeKind: kind, placeId: found.id, division: found.division })
      }}
    />
  )
}
