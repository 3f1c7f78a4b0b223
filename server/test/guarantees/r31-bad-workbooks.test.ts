import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type SheetPart, usualLimits } from '../../src/capabilities/exchange/index.ts'
import { partsOf } from '../../src/capabilities/exchange/parts.ts'
import { RefusedFile, unpack } from '../../src/capabilities/exchange/table.ts'
import { keepInventedDivisions } from '../../src/capabilities/places/places.factory.ts'
import { sift } from '../../src/capabilities/workbooks/sifting.ts'
import { base64, workOff } from '../../src/capabilities/workbooks/workbooks.factory.ts'
import { Problem } from '../../src/kernel/problem.ts'
import { newId, type Scenario, scenario } from '../scenario/scenario.ts'
import { type BadFile, badWorkbooks } from './bad-workbooks.ts'
import { watchReaders } from './readers-memory.ts'

const COUNTY = 130822
const FILES = 200

/** Memory is the child's to keep within; this process runs tests. */
const limits = { ...usualLimits, inflatedBytes: 20 * 1024 * 1024, memoryMb: 8_192 }

/** The child's own work in this process: what is wrong with a file is the same there, and a child takes a fifth of a second. */
async function* here(bytes: Buffer): AsyncGenerator<SheetPart> {
  for await (const parts of partsOf(bytes, limits)) {
    for (const part of parts) {
      if ('rows' in part) {
        for (const [nth, cells, hidden] of part.rows)
          yield { row: { nth, cells: cells.map(unpack), hidden: hidden === 1 } }
      } else if (!('end' in part) && !('refused' in part)) yield part
    }
  }
}

async function outcomeOf({ bytes }: BadFile): Promise<string> {
  try {
    const { parts, refused } = await sift(here(bytes), { county: COUNTY, division: String(COUNTY) })
    const units = parts.reduce((sum, part) => sum + part.units.length, 0)
    const placed = refused.findings.filter(({ row, zh, en }) => row > 1 && zh !== '' && en !== '').length
    return units === 0 && placed > 0 ? 'every row refused' : `${units} rows got in`
  } catch (error) {
    if (error instanceof RefusedFile) return `refused: exchange.${error.refused.code}`
    if (error instanceof Problem) return `refused: ${error.code}`
    // What the child does not know it calls unreadable; see child.ts.
    return 'refused: exchange.unreadable'
  }
}

test(`${FILES} bad workbooks: each is refused whole, or in each of its rows with its place`, async () => {
  const files = await badWorkbooks(COUNTY, FILES)
  expect(files.length).toBeGreaterThanOrEqual(FILES)
  const got: string[] = []
  const codes = new Set<string>()
  for (const file of files) {
    const outcome = await outcomeOf(file)
    codes.add(outcome)
    if (outcome.startsWith('refused: ') !== file.whole) got.push(`${file.name}: ${outcome}`)
    if (!file.whole && outcome !== 'every row refused') got.push(`${file.name}: ${outcome}`)
  }
  expect(got).toEqual([])
  // Told apart, not all called the same.
  expect(codes.size).toBeGreaterThanOrEqual(18)
})

/** Every table of the county that a workbook could reach. */
function stateOf({ inside, county }: Scenario): Promise<string> {
  return inside(async ({ tx }) => {
    const hash = createHash('sha256')
    for (const table of [
      'workbooks.workbook',
      'workbooks.part',
      'workbooks.finding',
      'people.household',
      'people.person',
      'places.division',
    ]) {
      const [row] = await tx<{ all: string }[]>`
        select coalesce(string_agg(t::text, '' order by t::text), '') as all from ${tx(table)} t where county = ${county}`
      hash.update(`${table} ${row?.all ?? ''}\n`)
    }
    return hash.digest('hex')
  })
}

test(
  'sent to the server, one of each kind changes nothing, and the next sound one is taken',
  scenario(async (stage) => {
    await stage.inside((ctx) => keepInventedDivisions(ctx))
    const desk = await stage.as.countyDesk()
    const before = await stateOf(stage)
    const files = (await badWorkbooks(stage.county, 0, 270)).filter(({ whole }) => whole)
    const readers = watchReaders()
    const chosen = files.filter((_, nth) => nth % 6 === 0 || files[nth]?.name.includes('megabytes'))
    for (const { name, bytes } of chosen) {
      const reply = await desk.post('/exchange/workbooks', { id: newId(), file: base64(bytes) })
      expect([
        name,
        reply.status >= 400 && reply.status < 500,
        /^(exchange|workbooks)[.]/.test(reply.body.code),
      ]).toEqual([name, true, true])
      expect([reply.body.title.length > 0, reply.body.resend]).toEqual([true, 'never'])
    }
    const { told, mostMb, promisedMb } = await readers.stop()
    expect(told.length).toBeGreaterThan(0)
    expect(mostMb).toBeLessThanOrEqual(promisedMb)
    expect(await stateOf(stage)).toBe(before)
    const { body } = await desk.get('/exchange/template')
    expect((await desk.post('/exchange/workbooks', { id: newId(), file: body.content })).status).toBe(201)
    await workOff(stage)
  }),
)
