import { writeCsv } from '../server/src/capabilities/exchange/index.ts'
import { aJourney, somebody } from '../server/src/capabilities/exposures/exposures.factory.ts'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { anIdNumber, aPhone } from '../server/src/capabilities/people/people.factory.ts'
import { COUNTY } from './county.ts'
import { fillCounty } from './pages.fill.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const ASKED_MS = 50
const PAGE = 50
const TIMES = 25

type Say = (path: string, body?: unknown, purpose?: string) => Promise<{ status: number; text: string }>
const sayer =
  (url: string, token: string): Say =>
  async (path, body, purpose) => {
    const reply = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(purpose ? { 'qunfang-purpose': purpose } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: reply.status, text: await reply.text() }
  }

async function told(reply: Promise<{ status: number; text: string }>) {
  const { status, text } = await reply
  if (status >= 300) throw new Error(`bench: ${status} ${text}`)
  return JSON.parse(text)
}

/** A page's worth of everything, through the front door: what a reader is shown is opened, masked and looked at on record. */
async function plant(desk: Say, officer: Say, village: string, address: string) {
  await told(desk('/line-list/start', {}))
  const homes = Array.from({ length: PAGE + 10 }, (_, nth) =>
    aHouseholdToSend(village, {
      walkOrder: nth + 1,
      members: [
        aMember({
          relation: 'head',
          name: '周小满',
          phone: aPhone(),
          document: { kind: 'resident-id', number: anIdNumber() },
        }),
      ],
    }),
  )
  await told(officer('/households/batch', { items: homes }))
  const journeys = Array.from({ length: PAGE + 10 }, (_, nth) =>
    aJourney(village, { person: somebody(), arrivedAt: `2020-02-0${1 + (nth % 8)}T08:00:00+08:00` }),
  )
  await told(officer('/exposures/travel/batch', { items: journeys }))
  const round = {
    id: crypto.randomUUID(),
    area: `${COUNTY}100`,
    title: '第一轮',
    questionnaire: { key: 'five-questions', version: 1 },
  }
  await told(
    officer('/visits/rounds', { ...round, startedAt: new Date(Date.now() - 3_600_000).toISOString(), targets: [] }),
  )
  const rows = Array.from({ length: PAGE + 10 }, (_, nth) => [`名单${nth}`, anIdNumber(), address])
  const list = {
    id: crypto.randomUUID(),
    sender: '县公安局',
    basis: '测试',
    purpose: '测试',
    expiresOn: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    recordedAt: new Date().toISOString(),
    file: writeCsv([['姓名', '身份证号', '住址'], ...rows]).toString('base64'),
    sheet: null,
    headerRow: 1,
    columns: [
      { heading: '姓名', field: 'name' },
      { heading: '身份证号', field: 'document' },
      { heading: '住址', field: 'address' },
    ],
  }
  await told(desk('/agency-lists', list))
  return { round: round.id, list: list.id }
}

interface Asked {
  what: string
  path: string
  purpose?: string
}

/** Every list of these capabilities that has pages; search has a part of its own, (f), and questionnaires are a handful. */
const listsOf = (village: string, { round, list }: { round: string; list: string }, workbook: string): Asked[] => [
  { what: 'households', path: '/households', purpose: 'home-visit' },
  { what: 'households of a village', path: `/households?division=${village}`, purpose: 'home-visit' },
  { what: 'pairs that may be one person', path: '/people/likeness', purpose: 'contact-tracing' },
  { what: 'posts', path: '/responsibility/posts' },
  { what: 'posts that are vacant', path: '/responsibility/posts?state=vacant' },
  { what: 'posts that are overloaded', path: '/responsibility/posts?state=overloaded' },
  { what: 'uncovered households', path: '/responsibility/uncovered' },
  { what: 'blocks of a village', path: `/responsibility/blocks?village=${village}` },
  { what: 'teams', path: '/responsibility/teams' },
  { what: 'rounds', path: '/visits/rounds' },
  { what: 'doors of a round', path: `/visits/rounds/${round}/households`, purpose: 'home-visit' },
  {
    what: 'doors of a round still to visit',
    path: `/visits/rounds/${round}/households?state=to-visit`,
    purpose: 'home-visit',
  },
  { what: 'follow-ups that are open', path: '/visits/follow-ups', purpose: 'home-visit' },
  { what: 'a line list', path: '/line-list?category=from-wuhan', purpose: 'contact-tracing' },
  { what: 'gatherings', path: '/exposures/gatherings' },
  { what: 'agency lists', path: '/agency-lists' },
  { what: 'entries of a list', path: `/agency-list-entries?listId=${list}`, purpose: 'agency-list-check' },
  {
    what: 'entries of a list, whatever their state',
    path: `/agency-list-entries?listId=${list}&state=all`,
    purpose: 'agency-list-check',
  },
  { what: 'workbooks', path: '/exchange/workbooks' },
  { what: 'findings of a workbook', path: `/exchange/workbooks/${workbook}/findings` },
  { what: 'exports', path: '/exchange/exports' },
]

export async function benchPages(stand: Stand, times: number): Promise<Line[]> {
  const { owner, productUrl } = stand
  const [first] = await owner`
    select min(division) as village from places.division_name where county = ${COUNTY} and length(division) = 12 and division like ${`${COUNTY}100%`}`
  const village = String(first?.['village'])
  const named = await owner`
    select name from places.division_name where county = ${COUNTY} and division in (${village}, ${`${COUNTY}100`}) order by length(division)`
  const address = named.map(({ name }) => name).join('')
  const officer = sayer(productUrl, stand.townshipToken)
  const planted = await plant(sayer(productUrl, stand.deskToken), officer, village, address)
  // The clerk of the product's own process has to be through with it before anything is written past it.
  for (let waits = 0; waits < 600; waits += 1) {
    const [left] = await owner`select count(*)::int as n from kernel.feed_inbox where county = ${COUNTY}`
    if (left?.['n'] === 0) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await fillCounty(owner, times, planted.round)
  const [book] =
    await owner`select id from workbooks.workbook where county = ${COUNTY} and division = ${`${COUNTY}100`} limit 1`
  const lines: Line[] = []
  for (const { what, path, purpose } of listsOf(village, planted, String(book?.['id']))) {
    const ask = () => officer(`${path}${path.includes('?') ? '&' : '?'}limit=${PAGE}`, undefined, purpose)
    const page = await told(ask()).catch((error: Error) => Promise.reject(new Error(`${path}: ${error.message}`)))
    const waits: number[] = []
    for (let nth = 0; nth < TIMES; nth += 1) {
      const began = performance.now()
      await told(ask())
      waits.push(performance.now() - began)
    }
    const [least, middle] = [Math.min(...waits), median(waits)]
    lines.push({
      what: `(i) ${what}: first page (${page.items.length} rows${page.next ? ', more follow' : ''})`,
      product: `${middle.toFixed(1)} ms, at least ${least.toFixed(1)}`,
      limit: '',
      ratio: null,
      asked: `≤ ${ASKED_MS} ms${middle > ASKED_MS ? ' — missed' : ''}`,
    })
  }
  return lines
}
