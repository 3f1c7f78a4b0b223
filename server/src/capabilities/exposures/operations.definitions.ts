import type { z } from 'zod'
import type { Arrival } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { toWgs84 } from '../places/rules.ts'
import { publishedCategories, publishedPlaces } from './definitions.ts'
import { mayDefine, mayReadCounts, mayReadDefinitions, mayRecordGathering } from './policy.ts'
import {
  categoryCircular,
  categoryNeeded,
  categoryUnknown,
  correctedAlready,
  correctedUnknown,
  keptOutTwice,
  placeUnknown,
  versionPassed,
} from './problems.ts'
import { timesProblem } from './recording.ts'
import { goesInCircles, isKeptOutOnce, namedBy, placesNamedBy } from './rules.ts'
import { AskCategories, Categories, Category, Defined, Started } from './schema.line-list.ts'
import {
  Arrived,
  ExposurePlace,
  ExposurePlaces,
  Gathering,
  GatheringPage,
  ListGatherings,
  Nothing,
  Versioned,
} from './schema.ts'
import { countMembers } from './sql.members.ts'
import {
  findGatheringCorrected,
  keepCategory,
  keepGathering,
  keepPlace,
  listCategories,
  listGatherings,
  listPlaces,
  newestVersions,
} from './sql.places.ts'

/** Everybody's lists are worked out anew, whoever said so: a seat announces within its own area. */
const tellChanged = (ctx: Ctx): void =>
  announce(ctx, [{ kind: 'exposure-definition', division: ctx.actor.division, ids: [] }])

export const recordGathering = operation({
  name: 'exposures.gathering.record',
  summary: { zh: '登记聚集活动', en: 'Record a gathering' },
  kind: 'write',
  input: Gathering,
  output: Arrived,
  load: ({ tx }, { corrects }) => (corrects ? findGatheringCorrected(tx, corrects) : Promise.resolve(null)),
  allow: (actor) => mayRecordGathering(actor),
  async run(ctx, input, corrected) {
    const { id, corrects, startedAt, endedAt } = input
    const problem = timesProblem(ctx.now, startedAt, endedAt)
    if (problem) throw problem
    if (corrects && !corrected) throw correctedUnknown({ id: corrects })
    if (corrects && corrected?.correctedBy && corrected.correctedBy !== id)
      throw correctedAlready({ id: corrects, by: corrected.correctedBy })
    const arrival = await keepGathering(ctx.tx, {
      county: ctx.actor.county,
      id,
      division: ctx.actor.division,
      name: input.name,
      setting: input.setting,
      started_at: new Date(startedAt),
      ended_at: new Date(endedAt),
      corrects,
      why: input.why,
      voided: input.voided,
      recorded_by: ctx.actor.accountId,
      recorded_at: new Date(input.recordedAt),
      received_at: ctx.now,
      digest: digestOf(input),
    })
    if (arrival === 'taken') throw idTaken({ id })
    if (arrival === 'new' && corrects) tellChanged(ctx)
    return { id, arrival }
  },
  audit: ({ input, output }) => ({ subject: input.id, note: { arrival: output.arrival, corrects: input.corrects } }),
})

export const listKnownGatherings = operation({
  name: 'exposures.gathering.list',
  summary: { zh: '聚集活动', en: 'Gatherings' },
  kind: 'read',
  input: ListGatherings,
  output: GatheringPage,
  allow: (actor) => mayReadDefinitions(actor),
  async run({ tx }, { after, limit }) {
    const rows = await listGatherings(tx, positionOf(after), limit)
    return {
      items: rows.map(({ saidBy: _, ...row }) => ({
        ...row,
        startedAt: row.startedAt.toISOString(),
        endedAt: row.endedAt.toISOString(),
      })),
      next: cursorOf(rows, limit, ({ startedAt, saidBy }) => ({ at: startedAt, id: saidBy })),
    }
  },
  audit: () => null,
})

async function addPlace(ctx: Ctx, place: ExposurePlace): Promise<Arrival> {
  const { key, version, zh, en, code, radiusM, openFrom, openUntil } = place
  const [lon, lat] = toWgs84([place.lon, place.lat], place.datum)
  return keepPlace(ctx.tx, {
    county: ctx.actor.county,
    key,
    version,
    zh,
    en,
    code,
    lon,
    lat,
    radius_m: radiusM,
    open_from: openFrom ? new Date(openFrom) : null,
    open_until: openUntil ? new Date(openUntil) : null,
    recorded_by: ctx.actor.accountId,
    received_at: ctx.now,
    digest: digestOf(place),
  })
}

export const defineExposurePlace = operation({
  name: 'exposures.place.define',
  summary: { zh: '登记或修改暴露场所', en: 'Define an exposure place, or its next version' },
  kind: 'write',
  input: ExposurePlace,
  output: Versioned,
  async load({ tx }, { key }) {
    return (await listPlaces(tx)).find((one) => one.key === key)?.version ?? 0
  },
  allow: (actor) => mayDefine(actor),
  async run(ctx, input, newest) {
    const { key, version } = input
    if (version > newest + 1) throw versionPassed({ key, version: newest })
    const arrival = await addPlace(ctx, input)
    if (arrival === 'taken') throw versionPassed({ key, version: newest })
    if (arrival === 'new') tellChanged(ctx)
    return { key, version, arrival }
  },
  audit: ({ input, output }) => ({ note: { key: input.key, version: input.version, arrival: output.arrival } }),
})

export const listExposurePlaces = operation({
  name: 'exposures.place.list',
  summary: { zh: '暴露场所', en: 'Exposure places' },
  kind: 'read',
  input: Nothing,
  output: ExposurePlaces,
  allow: (actor) => mayReadDefinitions(actor),
  async run({ tx }) {
    const places = await listPlaces(tx)
    return {
      items: places.map(({ openFrom, openUntil, ...same }) => ({
        ...same,
        openFrom: openFrom?.toISOString() ?? null,
        openUntil: openUntil?.toISOString() ?? null,
      })),
    }
  },
  audit: () => null,
})

const addCategory = (ctx: Ctx, category: Category): Promise<Arrival> => {
  const { code, version, zh, en, within, condition, place, retired } = category
  return keepCategory(ctx.tx, {
    county: ctx.actor.county,
    code,
    version,
    zh,
    en,
    within,
    condition,
    place_in_list: place,
    retired,
    recorded_by: ctx.actor.accountId,
    received_at: ctx.now,
    digest: digestOf(category),
  })
}

type Standing = Awaited<ReturnType<typeof listCategories>>

/** What stands against a definition beside those that are there. */
async function refuseUnsound({ tx }: Ctx, category: Category, standing: Standing): Promise<void> {
  const others = standing.filter(({ code }) => code !== category.code)
  if (category.retired) {
    const by = others.find((one) => namedBy(one).includes(category.code))
    if (by) throw categoryNeeded({ code: category.code, by: by.code })
    return
  }
  const known = new Set([...others.map(({ code }) => code), category.code])
  const unknown = namedBy(category).find((code) => !known.has(code))
  if (unknown) throw categoryUnknown({ code: unknown })
  if (goesInCircles(category, others)) throw categoryCircular({ code: category.code })
  const keepsOut = others.some(({ condition }) => condition.unless?.includes(category.code))
  if (!isKeptOutOnce(category, others) || (keepsOut && (category.condition.unless ?? []).length > 0))
    throw keptOutTwice()
  const places = new Set((await listPlaces(tx)).map(({ key }) => key))
  const missing = placesNamedBy(category.condition).find((key) => !places.has(key))
  if (missing) throw placeUnknown({ key: missing })
}

export const defineCategory = operation({
  name: 'exposures.category.define',
  summary: { zh: '定义或修改分类', en: 'Define a category of the line list, or its next version' },
  kind: 'write',
  input: Category,
  output: Defined,
  load: async ({ tx }) => ({ standing: await listCategories(tx), newest: await newestVersions(tx) }),
  allow: (actor) => mayDefine(actor),
  async run(ctx, input, { standing, newest }) {
    const { code, version } = input
    const last = newest.get(code) ?? 0
    if (version > last + 1) throw versionPassed({ key: code, version: last })
    if (version === last + 1) await refuseUnsound(ctx, input, standing)
    const arrival = await addCategory(ctx, input)
    if (arrival === 'taken') throw versionPassed({ key: code, version: last })
    if (arrival === 'new') tellChanged(ctx)
    return { code, version, arrival }
  },
  audit: ({ input, output }) => ({
    note: { code: input.code, version: input.version, retired: input.retired, arrival: output.arrival },
  }),
})

/** Gives a county the published categories and places it does not have under that name. Safe to repeat. */
export const startLineList = operation({
  name: 'exposures.category.start',
  summary: { zh: '采用常用的分类与场所', en: 'Begin with the published categories and places' },
  kind: 'write',
  input: Nothing,
  output: Started,
  load: async ({ tx }) => ({ newest: await newestVersions(tx), places: await listPlaces(tx) }),
  allow: (actor) => mayDefine(actor),
  async run(ctx, _input, { newest, places }) {
    const there = new Set(places.map(({ key }) => key))
    const newPlaces = publishedPlaces.filter(({ key }) => !there.has(key))
    const newCategories = publishedCategories.filter(({ code }) => !newest.has(code))
    for (const place of newPlaces) await addPlace(ctx, ExposurePlace.parse(place))
    for (const category of newCategories) await addCategory(ctx, Category.parse(category))
    if (newPlaces.length + newCategories.length > 0) tellChanged(ctx)
    return { categories: newCategories.length, places: newPlaces.length }
  },
  audit: ({ output }) => ({ note: { ...output } }),
})

export const listLineListCategories = operation({
  name: 'exposures.category.list',
  summary: { zh: '分类及人数', en: 'Categories of the line list, with how many are in each' },
  kind: 'read',
  input: AskCategories,
  output: Categories,
  allow: (actor, _loaded, { area }) => mayReadCounts(actor, area ?? actor.division),
  async run({ tx, actor, now }, { area = actor.division, asOf }) {
    const moment = asOf ? new Date(asOf) : now
    const [categories, counts] = await Promise.all([listCategories(tx), countMembers(tx, area, moment)])
    const items = categories.map((one) => ({ ...one, members: counts.get(one.code) ?? 0 }))
    return { asOf: moment.toISOString(), area, items: items as z.input<typeof Categories>['items'] }
  },
  audit: () => null,
})
