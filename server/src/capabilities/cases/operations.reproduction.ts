import { operation } from '../../kernel/operation.ts'
import { addDays, dayInChina } from '../places/rules.clock.ts'
import { askedOf, dayNumber, LOOKED_AT, readLinks, serialOf } from './operations.epidemiology.ts'
import { mayCountCases } from './policy.course.ts'
import { profileInForce } from './profiles.ts'
import type { Status } from './rules.course.ts'
import {
  type DayCount,
  FEWEST_IN_WINDOW,
  FEWEST_PAIRS,
  intervalFrom,
  reproductionOf,
  WINDOW_DAYS,
} from './rules.reproduction.ts'
import { AskReproduction, Reproduction } from './schema.epidemiology.ts'
import type { Standing } from './sql.epidemiology.ts'

/** Fewer cases do not say how long it takes until a case is counted. */
const FEWEST_DELAYS = 10
const SHOWN_DAYS = 180

/** In how many days nine of ten are counted after they fell ill. */
function delayOf(listed: readonly Standing[]): number | null {
  const delays = listed
    .flatMap(({ onset, since }) => (onset ? [Math.max(0, dayNumber(dayInChina(since)) - dayNumber(onset))] : []))
    .sort((a, b) => a - b)
  if (delays.length < FEWEST_DELAYS) return null
  return delays[Math.ceil(delays.length * 0.9) - 1] ?? null
}

/** Every day from the first onset to the moment, those without anybody too. */
function countsOf(onsets: ReadonlyArray<{ day: string; isImported: boolean }>, last: string) {
  const first = onsets.reduce((least, { day }) => (day < least ? day : least), last)
  const counts: DayCount[] = Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, () => ({
    local: 0,
    imported: 0,
  }))
  for (const { day, isImported } of onsets) {
    const count = counts[dayNumber(day) - dayNumber(first)]
    if (count) count[isImported ? 'imported' : 'local'] += 1
  }
  return { first, counts }
}

export const readReproduction = operation({
  name: 'cases.reproduction.read',
  summary: { zh: '有效再生数及其区间', en: 'The effective reproduction number with its interval' },
  kind: 'read',
  input: AskReproduction,
  output: Reproduction,
  allow: (actor, _, { area }) => mayCountCases(actor, area ?? actor.division),
  async run(ctx, { suspected, ...input }) {
    const asked = askedOf(ctx, input)
    const statuses: Status[] = suspected ? ['suspected', 'confirmed'] : ['confirmed']
    const { listed, sources, byId } = await readLinks(ctx, asked, statuses, LOOKED_AT)
    const fromOutside = new Set(
      sources.flatMap(({ caseId, sourceCaseId, setting }) =>
        setting === 'affected-area' && sourceCaseId === null ? [caseId] : [],
      ),
    )
    const last = dayInChina(asked.moment)
    const onsets = listed.flatMap(({ id, onset }) =>
      onset && onset <= last ? [{ day: onset, isImported: fromOutside.has(id) }] : [],
    )
    const serials = sources.flatMap((one) => serialOf(one, byId))
    const { body } = await profileInForce(ctx, asked.moment, asked.disease)
    const interval = intervalFrom(serials, body.serialInterval)
    const { first, counts } = countsOf(onsets, last)
    const found = interval && onsets.length > 0 ? reproductionOf(counts, interval) : []
    const delayDays = delayOf(listed)
    const days = found.map((one, nth) => ({
      day: addDays(first, nth),
      local: counts[nth]?.local ?? 0,
      imported: counts[nth]?.imported ?? 0,
      ...one,
    }))
    return {
      asOf: asked.moment.toISOString(),
      ...{ windowDays: WINDOW_DAYS, fewest: FEWEST_IN_WINDOW, fewestPairs: FEWEST_PAIRS },
      interval,
      pairs: serials.length,
      cases: onsets.length,
      imported: onsets.filter(({ isImported }) => isImported).length,
      withoutOnset: listed.length - onsets.length,
      unsettledFrom: delayDays === null ? null : addDays(last, 1 - delayDays),
      delayDays,
      days: days.slice(-SHOWN_DAYS),
    }
  },
  audit: () => null,
})
