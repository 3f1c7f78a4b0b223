import type { StoredSession } from '../../database.ts'
import { dayOf, instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import type { Kind } from '../../outbox/entry.ts'
import { keepEntry } from '../../outbox/store.ts'
import { type Area, type MealName, noteCleaned, noteMeal, noteTakenOver, type SiteDay } from '../../replica/site.ts'
import { useSaving } from '../../ui/use-saving.ts'
import { useSiteText } from './texts.ts'

export interface DutyForm {
  /** `area:…` and `room:…`, as they were tapped. */
  places: string[]
  agent: string
  strength: string
  portions: Partial<Record<MealName, string>>
  note: string
}
export const emptyForm = (): DutyForm => ({ places: [], agent: '', strength: '', portions: {}, note: '' })

type Change = (part: Partial<DutyForm>) => void
export interface Part {
  session: StoredSession
  day: SiteDay
  form: DutyForm
  change: Change
}

const named = (places: readonly string[], kind: string): string[] =>
  places.filter((one) => one.startsWith(`${kind}:`)).map((one) => one.slice(kind.length + 1))

/** Each is a record of its own, saved whether or not there is a network. */
export function useKeeping(session: StoredSession) {
  const t = useSiteText()
  const { said, setSaid, save } = useSaving()
  const siteId = session.placeId ?? ''

  const keep = (kind: Kind, content: Record<string, unknown>, after: () => Promise<unknown>): Promise<void> =>
    save(async () => {
      const now = Date.now()
      const [id, at] = [newId(now), instant(now)]
      const gist = { outcome: kind, screened: 0, turnedBack: 0, vehicles: 0, fever: false }
      await keepEntry({ id, owner: session.accountId, kind, recordedAt: at, gist, content: { id, at, ...content } })
      await after()
      return t('saved')
    })

  return {
    said,
    async keepCleaning({ places, agent, strength }: DutyForm, change: Change) {
      if (places.length === 0) return setSaid(t('needPlace'))
      if (!Number(strength)) return setSaid(t('needStrength'))
      const [areas, roomIds] = [named(places, 'area') as Area[], named(places, 'room')]
      const solution = { agent: agent.trim() || t('agentUsual'), mgPerLitre: Number(strength) }
      await keep('site-clean', { siteId, ...solution, areas, roomIds }, async () => {
        change({ places: [] })
        await noteCleaned(session, { areas, roomIds })
      })
    },
    async keepMeal(meal: MealName, { portions }: DutyForm, change: Change) {
      const text = portions[meal] ?? ''
      if (text === '') return setSaid(t('needPortions'))
      await keep('site-meal', { siteId, day: dayOf(), meal, portions: Number(text) }, async () => {
        change({ portions: { ...portions, [meal]: '' } })
        await noteMeal(session, meal)
      })
    },
    async keepLeaving({ note }: DutyForm, change: Change) {
      await keep('site-leave', { siteId, note: note.trim() || null }, async () => change({ note: '' }))
    },
    async keepTaking(changeId: string) {
      await keep('site-take', { changeId }, () => noteTakenOver(session))
    },
  }
}
