import type { Ctx } from '../../kernel/operation.ts'
import { type Profile, profilesByCode } from '../cases/index.ts'
import { addDays, dayInChina, daysBetween } from '../places/rules.clock.ts'
import {
  type Check,
  checksOn,
  type Dated,
  isOwed,
  planOn,
  type ReadingPlan,
  type Span,
  standingOf,
} from './rules.readings.ts'
import type { CheckRow, ReadingRow } from './schema.readings.ts'
import { listPlanRows, type StoredReading } from './sql.readings.ts'
import type { Stated } from './sql.work.ts'

/** What a county has said about checks: by which windows, and how many a day under each edition. */
export interface Watch {
  profiles: ReadonlyMap<string, Profile>
  planOn(day: string): ReadingPlan
}

/** A plan changes a few times in an epidemic, and every reading asks for it. */
const REMEMBER_MS = 5_000
const remembered = new Map<number, { plans: readonly Dated[]; at: number }>()
export const forgetPlans = (county: number): boolean => remembered.delete(county)

async function recentPlans({ tx, actor, now }: Ctx): Promise<readonly Dated[]> {
  const known = remembered.get(actor.county)
  if (known && Math.abs(now.getTime() - known.at) < REMEMBER_MS) return known.plans
  const plans = await listPlanRows(tx)
  remembered.set(actor.county, { plans, at: now.getTime() })
  return plans
}

export async function watchOf(ctx: Ctx): Promise<Watch> {
  const [profiles, plans] = await Promise.all([profilesByCode(ctx), recentPlans(ctx)])
  return { profiles, planOn: (day) => planOn(plans, day) }
}

export const checksPerDay = (profile: Profile | undefined): number => profile?.body.observation.checksPerDay ?? 0
/** Empty where the edition lists none: whatever is a symptom at all may then be said. */
export const symptomsOf = (profile: Profile | undefined): readonly string[] => profile?.body.symptomCodes ?? []

/** The days as rows for a query, under every edition that asks for checks. */
export function statedFor({ profiles, planOn: plan }: Watch, now: Date, days: { from: string; to: string }): Stated {
  const editions = [...profiles.values()].map((profile) => ({ profile: profile.code, perDay: checksPerDay(profile) }))
  const perDays = [...new Set(editions.map(({ perDay }) => perDay))].filter((perDay) => perDay > 0)
  const checks = daysFrom(days).flatMap((day) =>
    perDays.flatMap((perDay) => checksOn(plan(day), perDay, day).map((check) => ({ perDay, ...check }))),
  )
  return { now, editions, checks }
}

const daysFrom = ({ from, to }: { from: string; to: string }): string[] =>
  Array.from({ length: Math.max(daysBetween(from, to) + 1, 0) }, (_, nth) => addDays(from, nth))

/** As far back as somebody could have been missed: no order is longer by one decision. */
const BACK_DAYS = 15
export const climbStated = (watch: Watch, now: Date): Stated => {
  const today = dayInChina(now)
  return statedFor(watch, now, { from: addDays(today, -BACK_DAYS), to: today })
}

export const readingRow = ({ orderId: _, occurredAt, recordedAt, receivedAt, ...row }: StoredReading): ReadingRow => ({
  ...row,
  occurredAt: occurredAt.toISOString(),
  recordedAt: recordedAt.toISOString(),
  receivedAt: receivedAt.toISOString(),
})

const checkRow = (check: Check, reading: StoredReading | undefined, now: Date): CheckRow => ({
  day: check.day,
  slot: check.slot,
  opensAt: check.opensAt.toISOString(),
  dueAt: check.dueAt.toISOString(),
  missedAt: check.missedAt.toISOString(),
  standing: standingOf(check, reading?.occurredAt ?? null, now),
  reading: reading ? readingRow(reading) : null,
})

interface Observed {
  profile: string
  startsAt: Date
  endsAt: Date
}
/** The checks that an order owes in some days, each with the first reading that counts for it, and what readings are left over. */
export function checksOf(
  watch: Watch,
  { profile, startsAt, endsAt }: Observed,
  readings: readonly StoredReading[],
  { now, days }: { now: Date; days: { from: string; to: string } },
): { checks: CheckRow[]; others: ReadingRow[] } {
  const span: Span = { from: startsAt, till: endsAt }
  const perDay = checksPerDay(watch.profiles.get(profile))
  const owed = daysFrom(days).flatMap((day) => checksOn(watch.planOn(day), perDay, day))
  const first = new Map(readings.toReversed().map((one) => [`${one.day} ${one.slot}`, one]))
  const checks = owed
    .filter((check) => isOwed(check, span))
    .map((check) => checkRow(check, first.get(`${check.day} ${check.slot}`), now))
  const counted = new Set(checks.flatMap(({ reading }) => reading?.id ?? []))
  return { checks, others: readings.filter(({ id }) => !counted.has(id)).map(readingRow) }
}
