import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlacesSearch, paths } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { CountyMap, type MapPoint } from '../../ui/county-map.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { kindName } from '../../ui/words.ts'
import { type ChosenPlace, findPlace, onMap, waitingForMap } from './mapped.ts'
import { PlaceEditor } from './place-editor.tsx'
import styles from './places.module.css'
import { compoundsQuery, type Division, outlineQuery, type PlacedCheckpoint, placeCheckpointsQuery } from './queries.ts'

interface MapTabProps {
  search: PlacesSearch
  divisions: Division[]
  onChange(patch: PlacesSearch): void
}

const WAITING_SHOWN = 40

export function MapTab({ search, divisions, onChange }: MapTabProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const outline = useQuery(outlineQuery)
  const county = useQuery(meQuery).data?.county ?? 0
  const checkpoints = useQuery(placeCheckpointsQuery)
  const compounds = useQuery(compoundsQuery)
  const [chosen, setChosen] = useState<[number, number] | undefined>()
  const all = useMemo(
    () => ({ checkpoints: checkpoints.data ?? [], compounds: compounds.data ?? [], divisions }),
    [checkpoints.data, compounds.data, divisions],
  )
  const hint = (checkpoint: PlacedCheckpoint) => `${kindName(t, checkpoint.kind)} · ${checkpoint.divisionName}`
  const points: MapPoint[] = onMap(all, search.division, { checkpoint: hint, compound: t('places.compound') })
  const waiting = waitingForMap(all, search.division)
  const editing = findPlace(all, search.place)
  const pin = chosen ?? editing?.position ?? undefined
  const begin = (place: ChosenPlace | undefined) => {
    setChosen(undefined)
    onChange({ place: place?.id })
  }
  return (
    <Card title={t('places.tab.map')} extra={t('places.onMap', { count: points.length })}>
      {editing && (
        <PlaceEditor
          place={editing}
          chosen={pin}
          onChosen={setChosen}
          onDone={() => begin(undefined)}
          key={editing.id}
        />
      )}
      <Loaded
        query={outline}
        skeleton={<Skeleton lines={10} height={26} />}
        empty={{ when: (data) => !data, show: <Nothing title={t('overview.noOutline')} /> }}
      >
        {(data) => (
          <CountyMap
            county={county}
            outline={data}
            points={points}
            height="min(480px, 66vw)"
            label={t('map.label', { count: points.length })}
            chosen={editing ? pin : undefined}
            {...(editing
              ? { onChoose: (longitude: number, latitude: number) => setChosen([longitude, latitude]) }
              : { onOpen: (id: string) => void navigate(paths.checkpoint(id)) })}
          />
        )}
      </Loaded>
      {!editing && waiting.length > 0 && (
        <section className={styles.waiting} aria-label={t('places.waiting')}>
          <h3>{t('places.waitingCount', { count: waiting.length })}</h3>
          <p className="muted small">{t('places.waitingAbout')}</p>
          <div className={styles.missing}>
            {waiting.slice(0, WAITING_SHOWN).map((place) => (
              <button key={place.id} type="button" onClick={() => begin(place)}>
                {place.name}
              </button>
            ))}
            {waiting.length > WAITING_SHOWN && (
              <span className="muted small">{t('places.andMore', { count: waiting.length - WAITING_SHOWN })}</span>
            )}
          </div>
        </section>
      )}
    </Card>
  )
}
