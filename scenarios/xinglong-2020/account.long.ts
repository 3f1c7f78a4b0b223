import { expect, test } from 'vitest'
import { resetFromCommandLine, welcomeFirstPerson } from '../../server/src/capabilities/access/index.ts'
import { tellFigures } from '../../server/src/entrypoints/cli/report.ts'
import { type Scenario as Stage, scenario, stage } from '../../server/test/scenario/scenario.ts'
import { ACCOUNT } from './account.ts'
import { compare } from './compare.ts'
import { readFigures } from './figures.ts'
import { load } from './load.ts'
import { signInAtDesk } from './seats.ts'

const xinglong = readFigures(new URL('./figures.json', import.meta.url))
const COUNTY = Number(xinglong.county.code)

async function welcome({ app }: Stage): Promise<string> {
  const now = new Date()
  // The second time the account is set up; the command line lets the next one in.
  const given =
    (await welcomeFirstPerson(app.kernel, COUNTY, now)) ??
    (await resetFromCommandLine(app.kernel, COUNTY, 'admin', now))
  if (!given) throw new Error('the county is in use by another test')
  return given.code
}

/** Every number of the account that is a figure, as `npm run report` tells it at the moment that the account gives. */
async function accountOf({ app }: Stage): Promise<string[]> {
  const said = xinglong.figures.filter(({ name }) => name in ACCOUNT)
  const wrong: string[] = []
  for (const [asOf, numbers] of Map.groupBy(said, (one) => one.asOf)) {
    const { figures } = JSON.parse(await tellFigures(app, { county: COUNTY, asOf, json: true }))
    const told = new Map<string, number | null>(
      figures.map((one: { name: string; value: number }) => [one.name, one.value]),
    )
    for (const { name, value } of numbers) {
      const { figure, per = 1 } = ACCOUNT[name] ?? { figure: name }
      if (told.get(figure) !== Math.round(value * per))
        wrong.push(`${asOf} ${name}: ${value} is told as ${told.get(figure)}`)
    }
  }
  expect(said.length).toBeGreaterThan(55)
  return wrong
}

test(
  'the whole account of Xinglong comes out of what entered through the public API, by the command and over HTTP, at its moments and at others',
  scenario(async ({ app, server }) => {
    const there = stage(app, server, COUNTY)
    const url = await server.listen({ host: '127.0.0.1', port: 0 })
    const county = xinglong.county.code
    const choices = { url, county, figures: xinglong, scale: 1, placesOnly: false, token: null }
    const { scenario: made, ...planned } = await load({ ...choices, welcome: await welcome(there) }, () => {})
    if (!made) throw new Error('nothing was loaded')
    await there.settle()
    expect(await accountOf(there)).toEqual([])
    const desk = await signInAtDesk({ ...choices, welcome: await welcome(there) })
    const { compared, differences } = await compare(desk, { scenario: made, ...planned }, xinglong)
    expect(differences).toEqual([])
    expect(compared).toBeGreaterThan(500)
    console.info(`account: ${compared} compared`)
  }),
)
