import { answer, type Sent, type Session, sentBy } from './api.ts'
import { instant } from './events.ts'
import { type FiguresFile, marksOf } from './figures.ts'
import type { HouseholdPlan, MemberPlan, Residents } from './households.ts'
import { nameFrom, SYNTHETIC_PREFIX, withCheck } from './people.ts'
import type { Division } from './plan.ts'
import { at, type Chance, chance, namedId, share } from './random.ts'

type Answer = 'seen' | 'away' | 'unknown' | 'not-found'

export interface ListedPlan {
  cells: string[]
  /** The person it is about; null for somebody whom no household has. */
  personId: string | null
  answer: Answer
  note: string | null
  /** Met, and entered with the answer. */
  register: boolean
  answeredAt: string
}
export interface ListPlan {
  id: string
  recordedAt: string
  delimiter: ',' | ';' | '\t'
  /** Null is a row that cannot be taken: its number was damaged by a spreadsheet. */
  rows: Array<ListedPlan | 'blank' | { damaged: string[] }>
}
export interface Lists {
  county: string
  lists: ListPlan[]
}

const HEADINGS = ['序号', '姓名', '身份证号码', '联系电话', '户籍或现住址', '轨迹地', '到达日期']
const COLUMNS = ['other', 'name', 'document', 'phone', 'address', 'other', 'other'] as const
const LISTS = 4
const DAY = 86_400_000

interface Ground {
  file: FiguresFile
  county: string
  divisions: readonly Division[]
  residents: Residents
  scale: number
}

/** What the police sent for comparison, as many rows that were verified by the account's last day as it says. Pure and seeded. */
export function planLists({ file, county, divisions, residents, scale }: Ground): Lists {
  const mark = marksOf(file, 'agency-lists.comparisons').at(-1)
  const wanted = Math.round((mark?.value ?? 0) * scale)
  if (!mark || wanted === 0 || residents.households.length === 0) return { county, lists: [] }
  const seed = `${file.seed}-lists-${county}-${wanted}`
  const draw = chance(seed, 'rows')
  const nameOf = new Map(divisions.map(({ code, name }) => [code, name]))
  const listed = strangersOf(chance(seed, 'strangers'), residents)
  const sizes = share(wanted, [0.9, 1.2, 1, 0.8].slice(0, LISTS))
  const lastMs = mark.atMs
  const lists = sizes.map((size, nth): ListPlan => {
    // Every four days; the last list is answered before the day of the account is over.
    const atMs = lastMs - (LISTS - nth) * 4 * DAY + 9.5 * 3_600_000
    const rows = Array.from({ length: size }, (_, row): ListedPlan => {
      const answeredMs = atMs + draw.whole(2, 60) * 3_600_000 + draw.whole(1, 59) * 60_000
      const answeredAt = instant(Math.min(answeredMs, lastMs - 3_600_000), file.calendar.offset)
      return draw.may(0.72)
        ? aboutResident(draw, row + 1, draw.pick(residents.households), nameOf, answeredAt)
        : aboutStranger(draw, row + 1, listed(), answeredAt)
    })
    const recordedAt = instant(atMs, file.calendar.offset)
    const list = { id: namedId(seed, 'list', nth), recordedAt, delimiter: at([',', ';', '\t', ','] as const, nth) }
    return { ...list, rows: [...rows, 'blank' as const, { damaged: damagedRow(draw, size + 1) }] }
  })
  return { county, lists }
}

const places = ['湖北武汉', '湖北孝感', '湖北黄冈', '河南信阳', '浙江温州', '北京丰台', '天津宝坻', '河北唐山']
const when = (draw: Chance): string => `2020-01-${String(draw.whole(15, 31)).padStart(2, '0')}`

function aboutResident(
  draw: Chance,
  nth: number,
  home: HouseholdPlan,
  nameOf: ReadonlyMap<string, string>,
  answeredAt: string,
): ListedPlan {
  const member = draw.pick(home.members)
  const number = member.document?.number ?? ''
  // A list is copied by hand somewhere on its way: a digit, a character, a number left out.
  const isWithout = draw.may(0.05) || number === ''
  const copied = isWithout ? '' : draw.may(0.03) ? withSlip(draw, number) : draw.may(0.04) ? inOldForm(number) : number
  const document = looksDamaged(copied) ? '' : copied
  const place = `${nameOf.get(home.division.slice(0, 9)) ?? ''}${nameOf.get(home.division)?.replace(/(村民委员会|居民委员会)$/, '') ?? ''}`
  const cells = [
    String(nth),
    member.name,
    document,
    phoneOf(draw, member, document === ''),
    place,
    draw.pick(places),
    when(draw),
  ]
  return { cells, personId: member.id, ...answerOf(draw, answeredAt) }
}

/** In a file with one number that a spreadsheet damaged, another that ends like it is not believed, though it may be right. */
const looksDamaged = (number: string): boolean => number.endsWith('000')
const phoneOf = (draw: Chance, { phone }: MemberPlan, isNeeded: boolean): string =>
  phone !== null && (isNeeded || draw.may(0.85)) ? phone : ''
const inOldForm = (number: string): string =>
  number.slice(6, 8) === '19' ? number.slice(0, 6) + number.slice(8, 17) : number
const withSlip = (draw: Chance, number: string): string => {
  const nth = draw.whole(14, 16)
  return number.slice(0, nth) + ((Number(number[nth]) + draw.whole(1, 9)) % 10) + number.slice(nth + 1)
}

function answerOf(draw: Chance, answeredAt: string) {
  const answer: Answer = draw.may(0.86) ? 'seen' : draw.may(0.8) ? 'away' : 'not-found'
  const note = answer === 'away' ? draw.pick(['在北京上班,春节未回', '正月初六已返回外地单位', '随子女住在唐山']) : null
  return { answer, note, register: false, answeredAt }
}

function aboutStranger(draw: Chance, nth: number, who: [string, string, string], answeredAt: string): ListedPlan {
  const [name, document, phone] = who
  const cells = [String(nth), name, document, phone, '', draw.pick(places), when(draw)]
  const isSeen = draw.may(0.35)
  const answer: Answer = isSeen ? 'seen' : draw.may(0.7) ? 'unknown' : 'away'
  return { cells, personId: null, answer, note: null, register: isSeen && draw.may(0.4), answeredAt }
}

/** People no household has. Their numbers begin where neither residents nor travellers are dealt theirs. */
function strangersOf(draw: Chance, residents: Residents): () => [name: string, document: string, phone: string] {
  const taken = new Set(residents.households.flatMap(({ members }) => members.map(({ document }) => document?.number)))
  let count = 0
  return () => {
    for (;;) {
      count += 1
      const born = `${draw.whole(1950, 1999)}${String(draw.whole(1, 12)).padStart(2, '0')}${String(draw.whole(1, 28)).padStart(2, '0')}`
      const document = withCheck(`${SYNTHETIC_PREFIX}${born}${String((count * 7) % 1000).padStart(3, '0')}`)
      if (taken.has(document) || looksDamaged(document)) continue
      taken.add(document)
      return [nameFrom(draw), document, `154${String(99_000_000 - count * 13).padStart(8, '0')}`]
    }
  }
}

const damagedRow = (draw: Chance, nth: number): string[] => [
  String(nth),
  nameFrom(draw),
  `1.30899E+17`,
  '',
  '',
  draw.pick(places),
  when(draw),
]

// ---- sending ----

type Add = (sent: Sent, label: string) => void
export const countLists = ({ lists }: Lists): number =>
  lists.reduce((sum, { rows }) => sum + 1 + rows.filter(isAnswered).length, 0)

const isAnswered = (row: ListPlan['rows'][number]): row is ListedPlan => typeof row === 'object' && 'answer' in row

function fileOf({ rows, delimiter }: ListPlan): string {
  const lines = [HEADINGS, ...rows.map((row) => (row === 'blank' ? [] : 'damaged' in row ? row.damaged : row.cells))]
  const text = lines.map((cells) => cells.map((cell) => (/[,;\t]/.test(cell) ? `"${cell}"` : cell)).join(delimiter))
  return Buffer.from(`\ufeff${text.join('\r\n')}\r\n`, 'utf8').toString('base64')
}

/** Kept for the days a list may be kept from today on: the account is of 2020, and the rows have to outlive the demonstration. */
const expiry = (): string => new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10)

export async function sendLists({ lists }: Lists, desk: Session, add: Add): Promise<void> {
  for (const list of lists) {
    const body = {
      id: list.id,
      sender: '兴隆县公安局',
      basis: '《传染病防治法》第三十三条;县防控工作领导小组部署',
      purpose: '核查湖北等地来兴返兴人员',
      expiresOn: expiry(),
      recordedAt: list.recordedAt,
      file: fileOf(list),
      sheet: null,
      headerRow: 1,
      columns: HEADINGS.map((heading, nth) => ({ heading, field: at(COLUMNS, nth) })),
    }
    const { id, arrival } = await answer('list', () => desk.POST('/agency-lists', { body }))
    add(arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }, '部门名单 lists')
    await answerList(desk, { ...list, id }, add)
  }
}

const headers = { 'qunfang-purpose': 'agency-list-check' }

/** Who is meant is known here as the village knows it; then every row is answered. */
async function answerList(desk: Session, list: ListPlan, add: Add): Promise<void> {
  const found: Array<{ id: string; row: ListedPlan; undecided: boolean; isKnown: boolean }> = []
  for (let after: string | null | undefined; after !== null; ) {
    const query = { listId: list.id, state: 'all' as const, limit: 100, ...(after ? { after } : {}) }
    const page = await answer('entries', () => desk.GET('/agency-list-entries', { params: { query }, headers }))
    for (const { id, nth, undecided, known } of page.items) {
      const row = list.rows[nth - 2]
      if (row && isAnswered(row)) found.push({ id, row, undecided, isKnown: known !== null })
    }
    after = page.next
  }
  const decisions = found
    .filter(({ undecided }) => undecided)
    .map(({ id, row }) => ({
      id: namedId(id, 'decision'),
      entryId: id,
      recordedAt: row.answeredAt,
      personId: row.personId,
    }))
  if (decisions.length > 0) {
    const { verdicts } = await answer('decisions', () =>
      desk.POST('/agency-list-identifications/batch', { body: { items: decisions } }),
    )
    sentBy('decision', verdicts)
  }
  const items = found.map(({ id, row }) => ({
    id: namedId(id, 'answer'),
    entryId: id,
    recordedAt: row.answeredAt,
    answer: row.answer,
    note: row.note,
    register: row.register,
  }))
  const { verdicts } = await answer('answers', () => desk.POST('/agency-list-answers/batch', { body: { items } }))
  add(sentBy('answer', verdicts), '名单核查 answers')
}
