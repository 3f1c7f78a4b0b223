import { useState } from 'preact/hooks'
import { useText } from '../../i18n/index.ts'
import { recentPlaces, rememberPlace } from '../../replica/recent.ts'
import { findPlaces, type Place } from '../../replica/reference.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useLive } from '../../ui/use-live.ts'
import type { SheetProps } from './sheet-props.ts'

export function PlaceSheet({
  form,
  change,
  close,
  end,
  places,
  county,
}: SheetProps & { end: 'from' | 'to'; places: Place[]; county: number }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const recent = useLive(() => recentPlaces(end), [end]) ?? []
  const keep = (place: { code: string; name: string } | null) => {
    change(end === 'from' ? { from: place } : { to: place })
    if (place) void rememberPlace(end, place)
    close()
  }
  const found = findPlaces(places, typed)
  return (
    <Sheet title={t(`screening.${end}`)} onClose={close}>
      <div class="grid two">
        <button type="button" onClick={() => keep({ code: String(county), name: t('screening.thisCounty') })}>
          {t('screening.thisCounty')}
        </button>
        <button type="button" onClick={() => keep(null)}>
          {t('screening.notAsked')}
        </button>
        {recent.map((place) => (
          <button type="button" key={place.code} onClick={() => keep(place)}>
            {place.name}
          </button>
        ))}
      </div>
      <label class="box">
        <span class="sr">{t('screening.search')}</span>
        <input
          name={end}
          autocomplete="off"
          value={typed}
          placeholder={t('screening.search')}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <ul class="places">
        {found.map((place) => (
          <li key={place.code}>
            <button
              type="button"
              onClick={() => keep({ code: place.code, name: place.name })}
              aria-pressed={form[end]?.code === place.code}
            >
              {place.name} <small>{place.within}</small>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
