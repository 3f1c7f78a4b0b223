import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { aContent, type GivenDocument, givenCommand } from '../../src/capabilities/command/documents.factory.ts'
import { keepEdition } from '../../src/capabilities/places/sql.divisions.ts'
import { canonical } from '../../src/kernel/seal.ts'
import { type Client, newId, type Reply, type Scenario } from '../scenario/scenario.ts'
import { type Delay, type Line, openLine } from './r22-line.ts'

interface Kept {
  number: string
  state: string
  exact: boolean
}
interface Said {
  id: string
  taskId: string
  step: 'delivered' | 'received' | 'read'
  recordedAt: string
}
export interface Recipient {
  division: string
  documents: Map<string, Kept>
  /** Everything that was ever said, with its time. */
  said: Said[]
  outbox: Said[]
  /** Documents shown as valid by an answer that was asked for after they had been withdrawn. */
  stale: string[]
  settled(): boolean
  turn(): Promise<void>
}

const exactly = (whole: Record<string, unknown>): string => createHash('sha256').update(canonical(whole)).digest('hex')
/** Over what the recipient was given, and nothing else: any holder of a copy can do the same. */
function isExact({
  number,
  kind,
  authority,
  mark,
  form,
  signedPost: post,
  content,
  issuedAt,
  sha256,
  files,
}: Reply['body']) {
  const hashes = files.map((file: { sha256: string }) => file.sha256)
  return exactly({ number, kind, authority, mark, form, post, content, issuedAt, files: hashes }) === sha256
}

interface Rules {
  /** A phone that takes silence for arrival: the control. */
  careless: boolean
  withdrawnAt: ReadonlyMap<string, number>
}
function aRecipient(division: string, ask: ReturnType<Line['through']>, { careless, withdrawnAt }: Rules): Recipient {
  const documents = new Map<string, Kept>()
  const [said, outbox, stale, known]: [Said[], Said[], string[], Set<string>] = [[], [], [], new Set()]
  const say = (taskId: string, ...steps: Array<Said['step']>) => {
    if (known.has(taskId)) return
    known.add(taskId)
    for (const step of steps) {
      const one = { id: newId(), taskId, step, recordedAt: new Date().toISOString() }
      said.push(one)
      outbox.push(one)
    }
  }
  async function fetchDocument(documentId: string): Promise<boolean> {
    const askedAt = performance.now()
    const reply = await ask('GET', `/documents/${documentId}`)
    if (reply?.status !== 200) return false
    const { number, state } = reply.body
    const ended = withdrawnAt.get(documentId)
    if (state === 'issued' && ended !== undefined && ended < askedAt) stale.push(number)
    // What is known to have ended does not come back to life by an answer that was late.
    const before = documents.get(documentId)
    documents.set(documentId, {
      number,
      state: before?.state === 'withdrawn' ? before.state : state,
      exact: isExact(reply.body),
    })
    return true
  }
  let open = -1
  async function turn(): Promise<void> {
    const listed = await ask('GET', '/tasks?state=open&limit=200')
    if (listed?.status === 200) open = listed.body.items.length
    for (const { id, kind, documentId } of listed?.status === 200 ? listed.body.items : []) {
      if (known.has(id)) continue
      if (!(await fetchDocument(documentId))) continue
      const isTold = kind === 'document' || documents.get(documentId)?.state === 'withdrawn'
      if (isTold) say(id, 'delivered', 'received', 'read')
    }
    if (outbox.length === 0) return
    const items = outbox.slice(0, 50)
    const reply = await ask('POST', '/task-steps/batch', { items })
    if (careless) outbox.splice(0, items.length)
    for (const one of reply?.status === 200 ? reply.body.verdicts : []) {
      const at = outbox.findIndex(({ id }) => id === one.id)
      if (one.ok && at >= 0) outbox.splice(at, 1)
    }
  }
  const settled = () => outbox.length === 0 && open === 0
  return { division, documents, said, outbox, stale, settled, turn }
}

async function givenVillages({ inside, county }: Scenario, count: number): Promise<string[]> {
  const of = (code: string, level: 'township' | 'village', parent: string) => ({
    ...{ code, name: code, level, parent },
    committee: level === 'village',
  })
  const villages = Array.from({ length: count }, (_, nth) => {
    const township = `${county}${300 + Math.floor(nth / 25)}`
    return { township, code: `${township}${201 + (nth % 25)}` }
  })
  const townships = [...new Set(villages.map(({ township }) => township))]
  const rows = [
    ...townships.map((code) => of(code, 'township', String(county))),
    ...villages.map(({ code, township }) => of(code, 'village', township)),
  ]
  const root = { code: String(county), name: '试验县', level: 'county' as const, parent: null, committee: false }
  await inside(({ tx }) => keepEdition(tx, [root, ...rows], '2024-06-30'))
  return villages.map(({ code }) => code)
}

const DIRECTIVES = 9
const WITHDRAWN = [1, 4, 7]
const ROUNDS_MAX = 200
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()

export interface Outcome {
  recipients: Recipient[]
  /** By document, in the order of issue. */
  documents: Array<GivenDocument & { number: string; withdrawn: boolean }>
  rounds: number
  met: Line['met']
  /** What the desk sees: one row for each recipient and each thing it had to read. */
  seen: Array<{ kind: string; state: string; division: string; taskId: string; readAt: string | null }>
  /** Steps in the database that are there more than once. */
  twice: number
}

/** Nine directives and three withdrawals to so many recipients, each on a bad line of its own, while they are being issued. */
export async function sendDirectives(
  stage: Scenario,
  { count, delay, careless = false }: { count: number; delay: Delay; careless?: boolean },
): Promise<Outcome> {
  const { desk, issued } = await givenCommand(stage, { firstYear: new Date().getFullYear() })
  const villages = await givenVillages(stage, count)
  const withdrawnAt = new Map<string, number>()
  const line = await openLine(await portOf(stage), delay)
  const recipients: Recipient[] = []
  for (const division of villages) {
    const client = await stage.as.role('village-cadre', { division })
    recipients.push(aRecipient(division, line.through(client), { careless, withdrawnAt }))
  }
  const round = () => Promise.all(recipients.map((one) => one.turn()))
  const documents: Outcome['documents'] = []
  for (let nth = 0; nth < DIRECTIVES; nth += 1) {
    const one = await issued(
      aContent({ title: `试验县疫情防控工作领导小组关于第${nth + 1}项工作的指令` }),
      new Date().toISOString(),
    )
    documents.push({ ...one, withdrawn: WITHDRAWN.includes(nth) })
    const targets = { to: 'places', divisions: villages }
    const times = { at: new Date().toISOString(), receiptBy: hours(4), dueAt: hours(24) }
    const { status } = await desk.post(`/documents/${one.documentId}/tasks`, { id: newId(), targets, ...times })
    if (status !== 201) throw new Error('r22: not given')
    if (nth % 3 === 2) await round()
  }
  for (const { documentId, withdrawn } of documents) {
    if (!withdrawn) continue
    await desk.post(`/documents/${documentId}/withdrawal`, {
      id: newId(),
      at: new Date().toISOString(),
      why: '情况变化',
    })
    withdrawnAt.set(documentId, performance.now())
  }
  let rounds = 3
  // A careless phone never comes to an end.
  while (rounds < (careless ? 8 : ROUNDS_MAX) && !recipients.every((one) => one.settled())) {
    await round()
    rounds += 1
  }
  await line.close()
  return { recipients, documents, rounds, met: line.met, ...(await asTheDeskSees(stage, desk)) }
}

/** The product listens on a port of its own: what goes through the line are the bytes of real connections. */
async function portOf({ server }: Scenario): Promise<number> {
  if (!server.server.listening) await server.listen({ host: '127.0.0.1', port: 0 })
  return (server.server.address() as AddressInfo).port
}

async function asTheDeskSees(stage: Scenario, desk: Client): Promise<Pick<Outcome, 'seen' | 'twice'>> {
  const seen: Outcome['seen'] = []
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await desk.get(`/tasks?limit=200${next ? `&after=${encodeURIComponent(next)}` : ''}`)
    for (const { id: taskId, kind, state, division, readAt } of body.items)
      seen.push({ taskId, kind, state, division, readAt })
    next = body.next
  }
  const [row] = await stage.inside(
    ({ tx }) => tx<{ twice: number }[]>`
      select count(*)::integer as twice from (
        select task_id, step from command.task_step where county = ${stage.county} group by 1, 2 having count(*) > 1) more`,
  )
  return { seen, twice: row?.twice ?? -1 }
}

/** What is wrong with an outcome, in words; nothing, if the promise was kept. */
export function wrongIn({ recipients, documents, seen, twice }: Outcome): string[] {
  const order = documents.map(({ number }) => number)
  const serials = order.map((number) => Number(/〕(\d+)号/.exec(number)?.[1]))
  const gaps = serials.some((serial, nth) => serial !== nth + 1) ? [`numbers ${serials.join()}`] : []
  const each = recipients.flatMap((one) => {
    const has = [...one.documents.values()]
    const listed = has.map(({ number }) => number).sort((a, b) => order.indexOf(a) - order.indexOf(b))
    const shown = documents.filter(
      ({ documentId, withdrawn }) => withdrawn && one.documents.get(documentId)?.state !== 'withdrawn',
    )
    return [
      ...(listed.join() === order.join() ? [] : [`${one.division} has ${listed.length} of ${order.length}`]),
      ...has.filter(({ exact }) => !exact).map(({ number }) => `${one.division} has other words of ${number}`),
      ...shown.map(({ number }) => `${one.division} shows ${number} as valid`),
      ...one.stale.map((number) => `${one.division} was told that ${number} stands`),
    ]
  })
  const times = new Map(
    recipients.flatMap(({ said }) =>
      said.filter(({ step }) => step === 'read').map((one) => [one.taskId, one.recordedAt]),
    ),
  )
  // What was withdrawn before somebody read it is over for them; of the withdrawal it is known when they read it.
  const unknown = seen.filter(
    ({ taskId, readAt, state }) => state !== 'ended' && (readAt === null || times.get(taskId) !== readAt),
  )
  const due = recipients.length * (DIRECTIVES + WITHDRAWN.length)
  return [
    ...gaps,
    ...each,
    ...(seen.length === due ? [] : [`${seen.length} of ${due} were handed out`]),
    ...unknown.map(({ division, kind }) => `when ${division} read a ${kind} is not known`),
    ...(twice === 0 ? [] : [`${twice} steps are there twice`]),
  ]
}
