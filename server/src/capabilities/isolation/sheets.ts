import type { Profile } from '../cases/index.ts'
import { symptoms } from '../cases/rules.symptoms.ts'
import type { Grid } from '../exchange/index.ts'
import { addDays, dayInChina, dayOfEnd } from '../places/rules.clock.ts'
import { type ReadingPlan, windowsOf } from './rules.readings.ts'
import { sheetCodeOf } from './sheet-codes.ts'
import { sheetWords } from './sheets.words.ts'
import { feverIn } from './slips.ts'
import type { Language } from './slips.words.ts'

/** What fits on a page, and the usual length of one decision. */
const PAGE_DAYS = 14

export interface Watched {
  orderId: string
  /** As it may stand on a screen: a sheet lies about. */
  name: string | null
  place: string[]
  startsAt: Date
  endsAt: Date
  profile: Profile | undefined
}
interface Around {
  lang: Language
  address: string
  planOn(day: string): ReadingPlan
}

/** A page for each fourteen days of one person's observation. */
export function gridsOf(watched: Watched, { lang, address, planOn }: Around): Grid[] {
  const words = sheetWords[lang]
  const { orderId, name, place, startsAt, endsAt, profile } = watched
  const from = dayInChina(startsAt)
  const till = dayOfEnd(endsAt)
  const days: string[] = []
  for (let day = from; day <= till; day = addDays(day, 1)) days.push(day)
  const perDay = Math.max(profile?.body.observation.checksPerDay ?? 0, 1)
  const slots = windowsOf(planOn(from), perDay).map(({ slot }) => words.slots[slot])
  const asked = profile?.body.symptomCodes ?? []
  const pages = Array.from({ length: Math.ceil(days.length / PAGE_DAYS) }, (_, nth) => nth * PAGE_DAYS)
  return pages.map((begin) => ({
    lang,
    title: words.title,
    who: name ?? words.unnamed,
    about: [place.filter(Boolean).join(' '), words.period(from, till)].filter(Boolean),
    code: `${address}/isolation/readings/${orderId}?enter=paper`,
    scan: words.scan,
    typed: `${words.code} ${sheetCodeOf(orderId)}`,
    first: words.day,
    columns: [...slots.flatMap((slot) => [`${slot} °C`, `${slot} ${words.symptomNumbers}`]), words.signed],
    rows: days.slice(begin, begin + PAGE_DAYS).map((day, nth) => `${begin + nth + 1} · ${day.slice(5)}`),
    legend: asked.map((code) => symptoms.find((term) => term.code === code)?.[lang] ?? code),
    notes: [words.how, ...(profile ? [words.alarm(feverIn(lang, profile))] : [])],
  }))
}
