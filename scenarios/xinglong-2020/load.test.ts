import { expect, test } from 'vitest'
import { derivations } from '../../server/src/app.ts'
import { resetFromCommandLine, welcomeFirstPerson } from '../../server/src/capabilities/access/index.ts'
import { rebuild } from '../../server/src/entrypoints/cli/rebuild.ts'
import { newCounty, type Scenario as Stage, scenario, stage, testConfig } from '../../server/test/scenario/scenario.ts'
import type { Choices } from './choices.ts'
import { compare } from './compare.ts'
import { readFigures } from './figures.ts'
import { type Loaded, load, type Step } from './load.ts'
import { signInAtDesk } from './seats.ts'

const xinglong = readFigures(new URL('./figures.json', import.meta.url))
const another = readFigures(new URL('./another-county.figures.json', import.meta.url))

let listening: Promise<string> | null = null
/** The loader speaks HTTP to an address, so the test's server has to have one. */
const listen = ({ server }: Stage) => (listening ??= server.listen({ host: '127.0.0.1', port: 0 }))

async function welcome({ app }: Stage, county: string): Promise<string> {
  const [kernel, number, now] = [app.kernel, Number(county), new Date()]
  // Whoever loaded before has set the account up; the command line lets the next one in.
  const given =
    (await welcomeFirstPerson(kernel, number, now)) ?? (await resetFromCommandLine(kernel, number, 'admin', now))
  if (!given) throw new Error(`county ${county} is in use by another test`)
  return given.code
}

type Wish = Partial<Choices> & Pick<Choices, 'county' | 'figures'>

async function loadInto(there: Stage, choices: Wish, tell: (step: Step) => void = () => {}) {
  const chosen: Choices = {
    url: await listen(there),
    scale: 1,
    placesOnly: false,
    token: null,
    welcome: await welcome(there, choices.county),
    ...choices,
  }
  const steps: Step[] = []
  const loaded = await load(chosen, (step) => {
    steps.push(step)
    tell(step)
  })
  return { loaded, steps, chosen }
}

async function compareWith(there: Stage, chosen: Choices, { scenario, ...made }: Loaded, isWhole: boolean) {
  if (!scenario) throw new Error('nothing was loaded')
  const desk = await signInAtDesk({ ...chosen, welcome: await welcome(there, chosen.county) })
  await there.settle()
  return compare(desk, { scenario, ...made }, isWhole ? chosen.figures : null)
}

/** Every figure at the end, by what was known at a moment; or of these values those that can be told for it. */
async function valuesOf(there: Stage, knownBy?: string, values?: Map<string, number | null>) {
  if (!knownBy) await there.settle()
  const asked = new URLSearchParams({ asOf: '2020-02-19T00:00:00+08:00', ...(knownBy ? { knownBy } : {}) })
  const { items } = (await (await there.as.countyDesk()).get(`/figure-table?${asked}`)).body
  const told: Array<{ figure: string; value: number | null; knownNow: boolean }> = items
  const canTell = told.filter(({ knownNow }) => !knownNow)
  return new Map(canTell.map(({ figure, value }) => [figure, values ? (values.get(figure) ?? null) : value]))
}

const real = (county: string, work: (there: Stage) => Promise<void>) =>
  scenario(({ app, server }) => work(stage(app, server, Number(county))))

test(
  "another county's figures come out of its own server at each moment, and loading twice changes nothing",
  real('130881', async (there) => {
    const { loaded, steps, chosen } = await loadInto(there, { county: '130881', figures: another })
    expect(loaded.fresh).toBeGreaterThan(1_500)
    expect(steps.at(-1)).toMatchObject({ done: steps.at(-1)?.total })
    const first = await compareWith(there, chosen, loaded, true)
    expect(first.differences).toEqual([])
    expect(first.compared).toBeGreaterThan(150)
    const derived = await rebuild(there.app, testConfig(), derivations, { check: true, counties: [130881] })
    expect(derived.filter(({ missing, extra }) => missing + extra > 0)).toEqual([])

    const [whoever] = await there.inside(
      ({ tx }) => tx<{ n: number }[]>`
      select count(*)::integer as n from people.identity where person_id is not null`,
    )
    await (await there.as.countyDesk()).post('/retention/runs', { id: crypto.randomUUID() })
    await there.app.workers.runDue(new Date(Date.now() + 1000))
    const [still] = await there.inside(
      ({ tx }) => tx<{ n: number }[]>`
      select count(*)::integer as n from people.identity where person_id is not null`,
    )
    expect(still, 'a county that lives in the past forgets nothing').toEqual(whoever)
    expect((await (await there.as.countyDesk()).get('/retention/state')).body.calendar).toBe('historical')

    const again = await loadInto(there, { county: '130881', figures: another })
    expect(again.loaded).toMatchObject({ fresh: 0, again: loaded.fresh + loaded.again })
    const desk = await there.as.countyDesk()
    const { body } = await desk.get(`/figures/screened?asOf=${encodeURIComponent('2020-02-09T17:30:00+08:00')}`)
    expect(body.value).toBe(1861)
  }),
  120_000,
)

test(
  "Xinglong's figures on a small scale in a county with other villages, loaded again after it broke off",
  real('130826', async (there) => {
    // One change of shift a day is enough here.
    const figures = { ...xinglong, calendar: { ...xinglong.calendar, shiftHours: [8] } }
    const wish = { county: '130826', figures, scale: 0.01 }
    const unplugged = (step: Step) => {
      if (step.label.includes('late')) throw new Error('unplugged')
    }
    const begun = new Date().toISOString()
    await expect(loadInto(there, wish, unplugged)).rejects.toThrow('unplugged')
    const [told, then] = [await valuesOf(there), new Date().toISOString()]
    const { loaded, chosen } = await loadInto(there, wish)
    const [whole, now] = [await valuesOf(there), new Date().toISOString()]
    await new Promise((soon) => setTimeout(soon, 2))
    expect(await valuesOf(there, now), 'what is known is what is there').toEqual(await valuesOf(there, now, whole))
    expect(await valuesOf(there, then), 'what was told before is told again').toEqual(await valuesOf(there, then, told))
    expect(
      [...(await valuesOf(there, begun)).values()].filter((value) => value),
      'before all of it',
    ).toEqual([])
    expect(whole.get('screened')).toBeGreaterThan(told.get('screened') ?? 0)
    expect(loaded.fresh).toBeGreaterThan(0)
    expect(loaded.again).toBeGreaterThan(500)
    expect((await compareWith(there, chosen, loaded, false)).differences).toEqual([])
    const { items } = (await (await there.as.countyDesk()).get('/places/checkpoints?limit=1000')).body
    const isPlaced = ({ position }: { position: object | null }) => position !== null
    const stations = items.filter(({ kind }: { kind: string }) => kind !== 'village-turn-back')
    expect(stations.length).toBeGreaterThan(20)
    expect(stations.every(isPlaced)).toBe(true)
  }),
  120_000,
)

test(
  'two scenarios never add up in one county, and the refusal says why',
  real('130983', async (there) => {
    await loadInto(there, { county: '130983', figures: another, scale: 0.1 })
    await expect(loadInto(there, { county: '130983', figures: another, scale: 0.2 })).rejects.toThrow(/empty database/)
  }),
  120_000,
)

test(
  'a county of one’s own is its places alone',
  real('130984', async (there) => {
    const { loaded } = await loadInto(there, { county: '130984', figures: xinglong, placesOnly: true })
    expect(loaded.scenario).toBeNull()
    const desk = await there.as.countyDesk()
    expect((await desk.get('/places/divisions?level=township')).body.items.length).toBeGreaterThan(10)
    expect((await desk.get('/places/checkpoints')).body.items).toEqual([])
  }),
)

test(
  'a wrong code, a wrong county and a server that is not there are sentences',
  real('130828', async (there) => {
    const wish = { county: '130828', figures: another }
    const elsewhere = String(newCounty())
    await expect(loadInto(there, { ...wish, welcome: '130828-AAAA-BBBB-CCCC-DDDD' })).rejects.toThrow(/服务器拒绝/)
    await expect(loadInto(there, { ...wish, welcome: await welcome(there, elsewhere) })).rejects.toThrow(/not 130828/)
    await expect(loadInto(there, { ...wish, welcome: null })).rejects.toThrow(/--welcome/)
  }),
)
