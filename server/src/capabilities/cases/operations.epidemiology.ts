import type { z } from 'zod'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { mayCountCases, mayReadTree } from './policy.course.ts'
import type { Status } from './rules.course.ts'
import { type Delay, type Estimate, estimates, FEWEST } from './rules.delays.ts'
import { estimateThroughOthers, RATES } from './rules.intermediates.ts'
import { AskCurve, AskDelays, AskTree, Curve, DelayEstimates, Tree } from './schema.epidemiology.ts'
import {
  type Asked,
  countStanding,
  listSourcesOf,
  listStanding,
  type SourceOf,
  type Standing,
} from './sql.epidemiology.ts'

/** What counts as having the disease; a fever is no case yet, and who was excluded is none. */
const CLASSED = ['suspected', 'confirmed', 'asymptomatic'] as const
const isClassed = (status: Status): status is (typeof CLASSED)[number] =>
  (CLASSED as readonly Status[]).includes(status)

type AsksArea = Pick<z.infer<typeof AskTree>, 'area' | 'disease' | 'asOf'>
export const askedOf = ({ actor, now }: Ctx, { area = actor.division, disease, asOf }: AsksArea): Asked => ({
  area,
  disease,
  moment: asOf ? new Date(asOf) : now,
})

export const readCurve = operation({
  name: 'cases.curve.read',
  summary: { zh: '流行曲线', en: 'The epidemic curve' },
  kind: 'read',
  input: AskCurve,
  output: Curve,
  allow: (actor, _, { area }) => mayCountCases(actor, area ?? actor.division),
  async run(ctx, input) {
    const asked = askedOf(ctx, input)
    const counted = await countStanding(ctx.tx, asked, input.by)
    const stands = new Map<Status, number>()
    for (const { status, cases } of counted) stands.set(status, (stands.get(status) ?? 0) + cases)
    const classed = counted.flatMap(({ status, ...same }) => (isClassed(status) ? [{ ...same, status }] : []))
    return {
      asOf: asked.moment.toISOString(),
      by: input.by,
      days: classed.flatMap(({ day, ...same }) => (day ? [{ ...same, day }] : [])),
      withoutOnset: classed.flatMap(({ day, ...same }) => (day ? [] : [same])),
      stands: [...stands].map(([status, cases]) => ({ status, cases })),
    }
  },
  audit: () => null,
})

/** Cases whose dates are looked at; a county with more has other means. */
export const LOOKED_AT = 5_000

export async function readLinks(ctx: Ctx, asked: Asked, statuses: readonly Status[], limit: number) {
  const listed = await listStanding(ctx.tx, asked, statuses, limit)
  const ids = listed.map(({ id }) => id)
  const sources = await listSourcesOf(ctx.tx, ids, asked.moment)
  return { listed, byId: new Map(listed.map((one) => [one.id, one])), sources }
}

const DAY_MS = 86_400_000
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / DAY_MS)

/** Exposed between two days, ill on a third. Nobody is infected after they fell ill. */
function incubationOf({ caseId, metFrom, metTill }: SourceOf, byId: ReadonlyMap<string, Standing>): Delay[] {
  const onset = byId.get(caseId)?.onset
  if (!onset || !metFrom || !metTill) return []
  const end = dayNumber(onset)
  const [from, till] = [dayNumber(dayInChina(metFrom)), Math.min(end, dayNumber(dayInChina(metTill)))]
  return from <= till ? [{ from, till, end }] : []
}

export function serialOf({ caseId, sourceCaseId }: SourceOf, byId: ReadonlyMap<string, Standing>): Delay[] {
  const [earlier, later] = [sourceCaseId ? byId.get(sourceCaseId)?.onset : null, byId.get(caseId)?.onset]
  if (!earlier || !later) return []
  return [{ from: dayNumber(earlier), till: dayNumber(earlier), end: dayNumber(later) }]
}

function throughOthers(incubations: readonly Delay[], found: readonly Estimate[]) {
  const direct = found.find(({ family }) => family === 'gamma')
  if (!direct) return []
  const scale = direct.sd ** 2 / direct.mean
  return RATES.flatMap((rate) => estimateThroughOthers(incubations, { rate, scale }) ?? [])
}

export const readDelays = operation({
  name: 'cases.delay.read',
  summary: { zh: '潜伏期与代间距估计', en: 'Estimates of the incubation and the serial interval' },
  kind: 'read',
  input: AskDelays,
  output: DelayEstimates,
  allow: (actor, _, { area }) => mayCountCases(actor, area ?? actor.division),
  async run(ctx, { suspected, ...input }) {
    const asked = askedOf(ctx, input)
    const statuses: Status[] = suspected ? ['suspected', 'confirmed'] : ['confirmed']
    const { sources, byId } = await readLinks(ctx, asked, statuses, LOOKED_AT)
    const incubations = sources.flatMap((one) => incubationOf(one, byId))
    const serials = sources.flatMap((one) => serialOf(one, byId))
    const found = estimates(incubations, ['gamma', 'lognormal', 'weibull'])
    return {
      asOf: asked.moment.toISOString(),
      incubation: {
        n: incubations.length,
        fewest: FEWEST,
        estimates: found,
        throughOthers: throughOthers(incubations, found),
      },
      serialInterval: {
        n: serials.length,
        fewest: FEWEST,
        estimates: estimates(serials, ['normal', 'gamma', 'lognormal', 'weibull']),
      },
    }
  },
  audit: () => null,
})

const DRAWN = 400

export const readTree = operation({
  name: 'cases.tree.read',
  summary: { zh: '传播链', en: 'Who may have infected whom' },
  kind: 'read',
  input: AskTree,
  output: Tree,
  allow: (actor, _, { area }) => mayReadTree(actor, area ?? actor.division),
  async run(ctx, input) {
    const asked = askedOf(ctx, input)
    const { listed, byId, sources } = await readLinks(ctx, asked, CLASSED, DRAWN + 1)
    const drawn = listed.slice(0, DRAWN)
    const settings = new Map(sources.map(({ caseId, setting }) => [caseId, setting]))
    const iso = (at: Date | null) => at?.toISOString() ?? null
    return {
      asOf: asked.moment.toISOString(),
      cases: drawn.map(({ id, division, status, since, onset }) => ({
        id,
        division,
        status,
        day: onset ?? dayInChina(since),
        onset: onset !== null,
        setting: settings.get(id) ?? null,
      })) as z.input<typeof Tree>['cases'],
      links: sources.flatMap((one) => {
        const { caseId, sourceCaseId, setting, certainty } = one
        if (!sourceCaseId || !byId.has(sourceCaseId)) return []
        const [serial] = serialOf(one, byId)
        const days = serial ? serial.end - serial.from : null
        const met = { metFrom: iso(one.metFrom), metTill: iso(one.metTill) }
        return [{ source: sourceCaseId, target: caseId, setting, certainty, days, ...met }]
      }) as z.input<typeof Tree>['links'],
      more: listed.length > DRAWN,
    }
  },
  // Cases stand here by their ids and villages, without anything that names somebody.
  audit: () => null,
})
