import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { lookalikesOf } from '../server/src/capabilities/agency-lists/similar.ts'
import { writeWorkbook } from '../server/src/capabilities/exchange/index.ts'
import { enrolMany } from '../server/src/capabilities/people/index.ts'
import { asSystem } from '../server/src/kernel/operation.ts'
import { COUNTY } from './county.ts'
import { type ListedRow, makeCounty, makeList, type Somebody } from './crowd.ts'
import { forgetPeak, peakMb } from './memory.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const HEADINGS = ['姓名', '身份证号', '手机号', '出生日期', '住址']
const FIELDS = ['name', 'document', 'phone', 'birth', 'address']

/** Through the product's own way in: every name and number is sealed, and found by tokens only. */
async function enrol(stand: Stand, county: readonly Somebody[]): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < county.length; from += 1000) {
    const travellers = county.slice(from, from + 1000).map(({ name, document: number, phone, division }) => ({
      id: randomUUID(),
      division,
      recordedAt: new Date(),
      name,
      document: { kind: 'resident-id' as const, number },
      phone,
    }))
    const verdicts = await asSystem(stand.app.kernel, COUNTY, new Date(), (ctx) => enrolMany(ctx, travellers))
    ids.push(...verdicts.map((verdict) => (verdict.ok ? verdict.value.personId : '')))
  }
  await stand.owner`analyze people.search_token`
  await stand.owner`analyze people.blind_index`
  await stand.owner`analyze people.identity`
  return ids
}

async function namesOfPlaces({ owner }: Stand): Promise<Map<string, string>> {
  const rows = await owner`select division, name from places.division_name where county = ${COUNTY}`
  return new Map(rows.map(({ division, name }) => [division as string, name as string]))
}

const addressOf = (names: ReadonlyMap<string, string>, division: string | null): string =>
  division === null
    ? ''
    : (names.get(division.slice(0, 9)) ?? '') + (division.length === 12 ? (names.get(division) ?? '') : '')

const fileOf = (list: readonly ListedRow[], names: ReadonlyMap<string, string>) =>
  writeWorkbook([
    {
      name: '名单',
      rows: [
        HEADINGS,
        ...list.map(({ name, document, phone, birthDate, division }) => [
          name ?? '',
          document ?? '',
          phone ?? '',
          birthDate ?? '',
          addressOf(names, division),
        ]),
      ],
    },
  ])

/** How long somebody else waits for an answer meanwhile. */
async function othersWait({ productUrl, deskToken }: Stand, isOver: () => boolean): Promise<number[]> {
  const waits: number[] = []
  while (!isOver()) {
    const began = performance.now()
    await fetch(`${productUrl}/me`, { headers: { authorization: `Bearer ${deskToken}` } }).then((reply) => reply.text())
    waits.push(performance.now() - began)
    await pause(20)
  }
  return waits
}

export async function benchLists(stand: Stand, people: number, rows: number): Promise<Line[]> {
  const names = await namesOfPlaces(stand)
  const county = makeCounty(
    7,
    people,
    [...names.keys()].filter((code) => code.length === 12),
  )
  const ids = await enrol(stand, county)
  const list = makeList(11, rows, county, lookalikesOf)
  const body = {
    id: randomUUID(),
    sender: '县公安局',
    basis: '测试',
    purpose: '测试',
    expiresOn: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    recordedAt: new Date().toISOString(),
    file: (await fileOf(list, names)).toString('base64'),
    sheet: null,
    headerRow: 1,
    columns: HEADINGS.map((heading, nth) => ({ heading, field: FIELDS[nth] })),
  }
  const pid = stand.productPid
  await forgetPeak(pid)
  const before = await peakMb(pid)
  let isOver = false
  const waiting = othersWait(stand, () => isOver)
  const began = performance.now()
  const reply = await fetch(`${stand.productUrl}/agency-lists`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stand.deskToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const seconds = (performance.now() - began) / 1000
  isOver = true
  const waits = (await waiting).sort((a, b) => a - b)
  const most = await peakMb(pid)
  if (reply.status !== 201) throw new Error(`bench: the list was not taken in: ${await reply.text()}`)
  const score = await scoreOf(stand, body.id, list, ids)
  const words = `${rows.toLocaleString('en')} rows among ${people.toLocaleString('en')} sealed persons`
  return [
    {
      what: `(g) a list of ${words}: read, matched and kept`,
      product: `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, ${before.toFixed(0)} MB before and ${most.toFixed(0)} at most`,
      limit: `others wait ${median(waits).toFixed(0)} ms, at most ${waits.at(-1)?.toFixed(0)} ms`,
      ratio: null,
      asked: 'minutes',
    },
    { what: '(g) of these, what is called sure', product: score, limit: '', ratio: null, asked: 'F1 ≥ 0.97' },
  ]
}

async function scoreOf({ owner }: Stand, listId: string, list: readonly ListedRow[], ids: readonly string[]) {
  const found = await owner`
    select nth, outcome, person_id from agency_lists.entry where county = ${COUNTY} and list_id = ${listId}`
  let right = 0
  let said = 0
  let doubtful = 0
  for (const { nth, outcome, person_id: personId } of found) {
    const truth = list[Number(nth) - 2]?.truth ?? null
    if (outcome === 'conflict') doubtful += 1
    if (outcome !== 'matched') continue
    said += 1
    if (truth !== null && ids[truth] === personId) right += 1
  }
  const known = list.filter(({ truth }) => truth !== null).length
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
  return `precision ${percent(right, said)}, recall ${percent(right, known)}, F1 ${((2 * right) / (said + known)).toFixed(4)}, in doubt ${percent(doubtful, list.length)}`
}
