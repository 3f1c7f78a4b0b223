import { type Ctx, performWithin } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'
import { idFrom } from '../../kernel/seal.ts'
import { enrolAccounts } from '../access/index.ts'
import { personsByDocument } from '../people/index.ts'
import { findPostsTitled, openPosts, seatSomebody } from '../responsibility/index.ts'
import type { Words } from './cells.ts'
import { digestOfRow, wordsOf } from './comparing.ts'
import type { Judged, Part, PostUnit } from './rules.units.ts'
import { findLoaded } from './sql.ts'
import { attempt, batchWithin } from './within.ts'

const says = {
  holder: { zh: '没有此证件号码的人', en: 'Nobody has this document' },
  there: { zh: '同一区划已有同类同名的岗位', en: 'The division has a post of this kind and title already' },
  nameTaken: { zh: '登录名已由别人使用', en: 'The sign-in name belongs to somebody else' },
  roleElsewhere: {
    zh: '此权限的岗位不能设在这一级区划',
    en: 'A seat of this role cannot be in a division of this level',
  },
  notYours: { zh: '您不能给人这个登录权限', en: 'You may not give anybody this role' },
  seated: { zh: '任岗人与上次载入的不同,将换人', en: 'The holder differs from what was loaded before and is replaced' },
  differs: {
    zh: '设立日期或包联范围与上次载入的不同;请在责任页办理',
    en: 'The day or what it answers for differs from what was loaded before; change it in the page of the post',
  },
} satisfies Record<string, Words>

type PostPart = Extract<Part, { kind: 'posts' }>

export async function judgePosts(ctx: Ctx, { units, letters: all }: PostPart, judged: Judged): Promise<void> {
  const letters = all.posts ?? {}
  const { county } = ctx.actor
  const before = await findLoaded(
    ctx.tx,
    units.flatMap(({ id }) => [id, seatingKey(id)]),
  )
  const titled = await findPostsTitled(ctx.tx, units)
  const persons = await personsByDocument(
    ctx,
    units.flatMap(({ holder }) => holder ?? []),
  )
  const say = ({ row }: PostUnit, outcome: 'changed' | 'conflict' | 'rejected', field: string, words: Words) =>
    judged.find({ sheet: 'posts', row, outcome, column: letters[field] ?? '', ...words })
  const refuse = (unit: PostUnit, problem: Problem, usual?: string) => {
    const { field, words } = whatIsWrong(unit, problem, usual)
    say(unit, 'rejected', field, words)
  }
  const keep = (unit: PostUnit) => {
    judged.loaded.push({ id: unit.id, division: unit.division, digest: digestOfRow(county, ownOf(unit)) })
    judged.loaded.push({
      id: seatingKey(unit.id),
      division: unit.division,
      digest: digestOfRow(county, seatingOf(unit)),
    })
  }
  const fresh: PostUnit[] = []
  for (const unit of units) {
    const lacksHolder = unit.holder !== null && !persons.has(unit.holder) && !unit.holderComes
    const was = before.get(unit.id)
    if (lacksHolder) say(unit, 'rejected', 'holder', says.holder)
    else if (!was && titled.has(keyOf(unit))) say(unit, 'conflict', 'title', says.there)
    else if (!was) fresh.push(unit)
    else if (!was.equals(digestOfRow(county, ownOf(unit)))) say(unit, 'conflict', 'duties', says.differs)
    else if (before.get(seatingKey(unit.id))?.equals(digestOfRow(county, seatingOf(unit))))
      judged.count('posts', 'same')
    else {
      const done = await reseat(ctx, unit, persons)
      if (done instanceof Problem) refuse(unit, done, 'holder')
      else {
        say(unit, 'changed', 'holder', says.seated)
        keep(unit)
      }
    }
  }
  for (const [unit, problem] of await openAll(ctx, fresh, persons)) {
    if (problem === null) {
      judged.count('posts', 'new')
      keep(unit)
    } else refuse(unit, problem)
  }
}

/** Posts with an account stand or fall with it, one by one; the others are judged at once. */
async function openAll(
  ctx: Ctx,
  fresh: readonly PostUnit[],
  persons: ReadonlyMap<string, string>,
): Promise<Map<PostUnit, Problem | null>> {
  const done = new Map<PostUnit, Problem | null>()
  const others = fresh.filter(({ account }) => account === null)
  const verdicts = await batchWithin(
    ctx,
    openPosts,
    others.map((unit) => itemOf(unit, holderOf(unit, persons))),
  )
  for (const [at, unit] of others.entries()) {
    const verdict = verdicts[at]
    if (!verdict) throw new Error('workbooks: a post got no verdict')
    done.set(unit, verdict.ok ? null : verdict.problem)
  }
  for (const unit of fresh) {
    if (unit.account === null) continue
    const opened = await attempt(ctx, async (own) => {
      const item = itemOf(unit, await enrolHolder(own, unit))
      const [verdict] = await batchWithin(own, openPosts, [item])
      if (!verdict?.ok) throw verdict?.problem ?? new Error('workbooks: a post got no verdict')
    })
    done.set(unit, opened instanceof Problem ? opened : null)
  }
  return done
}

/** The account and its seat of the same division; the id says that the same row means the same person. */
async function enrolHolder(ctx: Ctx, { id, division, title, account }: PostUnit) {
  if (!account) return null
  const { signInName, name, role } = account
  const seat = { id: idFrom('workbooks.seat', id), division, role: role as 'village-cadre', title }
  const accountId = idFrom('workbooks.account', String(ctx.actor.county), signInName)
  const [verdict] = await batchWithin(ctx, enrolAccounts, [{ id: accountId, signInName, name, seat }])
  if (!verdict?.ok) throw verdict?.problem ?? new Error('workbooks: an account got no verdict')
  return { kind: 'account' as const, id: verdict.value.accountId }
}

export const keyOf = ({ division, kind, title }: Pick<PostUnit, 'division' | 'kind' | 'title'>): string =>
  `${division}/${kind}/${title}`
const seatingKey = (postId: string): string => idFrom('workbooks.seating', postId)
/** Without an account it reads as it did before posts could have one. */
const seatingOf = ({ holder, account }: PostUnit) => (account === null ? { holder } : { holder, account })
const ownOf = ({ division, kind, title, since, duties }: PostUnit) => ({ division, kind, title, since, duties })

/** What is said of an account repeats nothing of it: a finding names no cell's content. */
const ofAccounts: Record<string, { field: string; words: Words }> = {
  'access.name-taken': { field: 'signInName', words: says.nameTaken },
  'access.account-unknown': { field: 'signInName', words: says.nameTaken },
  'access.seat-wrong-level': { field: 'seatRole', words: says.roleElsewhere },
  'kernel.not-allowed': { field: 'seatRole', words: says.notYours },
}

function whatIsWrong({ account }: PostUnit, problem: Problem, usual = 'title'): { field: string; words: Words } {
  const own = account && ofAccounts[problem.code]
  if (own) return own
  const known: Record<string, string> = {
    'responsibility.kind-unknown': 'kind',
    'responsibility.wrong-level': 'kind',
    'responsibility.division-unknown': 'division',
  }
  const path = problem.issues[0]?.path ?? ''
  const field = ['duties', 'kind'].find((one) => path.startsWith(one)) ?? usual
  return { field: known[problem.code] ?? field, words: wordsOf(problem) }
}

/** In a rehearsal the holder may only come with this very file; then the post is judged as if it were vacant. */
const holderOf = ({ holder }: PostUnit, persons: ReadonlyMap<string, string>): Holder => {
  const id = holder === null ? undefined : persons.get(holder)
  return id ? { kind: 'person', id } : null
}

type Holder = { kind: 'person' | 'account'; id: string } | null

function itemOf(unit: PostUnit, holder: Holder) {
  const { id, division, kind, title, since, duties } = unit
  const reach = (said: string) => {
    const [code = '', block] = said.split(/[//]/)
    return block ? { reach: 'block', division: code, block } : { reach: 'division', division: code }
  }
  const openedAt = `${since}T08:00:00+08:00`
  return { id, division, kind, title, openedAt, holder, duties: duties.map(reach) }
}

function reseat(ctx: Ctx, unit: PostUnit, persons: ReadonlyMap<string, string>) {
  const at = ctx.now.toISOString()
  return attempt(ctx, async (own) => {
    const holder = unit.account ? await enrolHolder(own, unit) : holderOf(unit, persons)
    const id = idFrom('workbooks.reseat', unit.id, holder?.id ?? '', at)
    return performWithin(own, seatSomebody, { id, postId: unit.id, holder, at })
  })
}
