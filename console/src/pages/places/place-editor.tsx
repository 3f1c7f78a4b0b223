import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Choice } from '../../ui/filters.tsx'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { ChosenPlace } from './mapped.ts'
import styles from './places.module.css'

interface PlaceEditorProps {
  place: ChosenPlace
  chosen: [number, number] | undefined
  onChosen(chosen: [number, number]): void
  onDone(): void
}

const limits = { longitude: { min: 73, max: 136 }, latitude: { min: 3, max: 54 } }

/** A click on the outline, or two numbers typed: a place without a position is normal until somebody knows better. */
export function PlaceEditor({ place, chosen, onChosen, onDone }: PlaceEditorProps) {
  const { t } = useTranslation()
  const [datum, setDatum] = useState<'wgs84' | 'gcj02'>('wgs84')
  const [outside, setOutside] = useState(false)
  const put = useOperation(
    ([lon, lat]: [number, number]) =>
      answer(
        api.POST('/places/positions', {
          body: {
            id: newId(),
            place: { kind: place.kind, id: place.id },
            lon: Number(lon.toFixed(6)),
            lat: Number(lat.toFixed(6)),
            datum,
            recordedAt: new Date().toISOString(),
          },
        }),
      ),
    {
      touches: [['place-checkpoints'], ['compounds'], ['divisions'], ['board']],
      onDone: ({ insideCounty }) => (insideCounty === false ? setOutside(true) : onDone()),
    },
  )
  const [lon, lat] = chosen ?? [null, null]
  return (
    <section className={styles.editor} aria-label={t('places.putOnMap', { name: place.name })}>
      <p>
        <b>{t('places.putOnMap', { name: place.name })}</b> — {t('places.putOnMapAbout')}
      </p>
      {(['longitude', 'latitude'] as const).map((axis) => (
        <label key={axis} htmlFor={`place-${axis}`}>
          {t(`places.${axis}`)}
          <InputNumber
            id={`place-${axis}`}
            value={axis === 'longitude' ? lon : lat}
            {...limits[axis]}
            step={0.001}
            onChange={(value) => {
              if (value !== null) onChosen(axis === 'longitude' ? [value, lat ?? 0] : [lon ?? 0, value])
            }}
          />
        </label>
      ))}
      <Choice
        label={t('places.datum')}
        value={datum === 'gcj02' ? 'gcj02' : undefined}
        any={t('places.wgs84')}
        options={[['gcj02', t('places.gcj02')]]}
        onChange={(value) => setDatum(value === 'gcj02' ? 'gcj02' : 'wgs84')}
      />
      <Button type="primary" disabled={!chosen} loading={put.busy} onClick={() => chosen && put.send(chosen)}>
        {t('places.put')}
      </Button>
      <Button onClick={onDone}>{outside ? t('forms.done') : t('forms.cancel')}</Button>
      {outside && (
        <p role="status">
          <b>{t('places.outside')}</b>
        </p>
      )}
      {put.refusal ? <ProblemNotice error={put.refusal} /> : null}
    </section>
  )
}
