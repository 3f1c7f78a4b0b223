import { type Ctx, performWithin } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'
import { idFrom } from '../../kernel/seal.ts'
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
  const keep = (unit: PostUnit) => {
    judged.loaded.push({ id: unit.id, division: unit.division, digest: digestOfRow(county, ownOf(unit)) })
    judged.loaded.push({
      id: seatingKey(unit.id),
      division: unit.division,
      digest: digestOfRow(county, { holder: unit.holder }),
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
    else if (before.get(seatingKey(unit.id))?.equals(digestOfRow(county, { holder: unit.holder })))
      judged.count('posts', 'same')
    else {
      const done = await reseat(ctx, unit, persons)
      if (done instanceof Problem) say(unit, 'rejected', 'holder', wordsOf(done))
      else {
        say(unit, 'changed', 'holder', says.seated)
        keep(unit)
      }
    }
  }
  const verdicts = await batchWithin(
    ctx,
    openPosts,
    fresh.map((unit) => itemOf(unit, persons)),
  )
  for (const [at, unit] of fresh.entries()) {
    const verdict = verdicts[at]
    if (!verdict) throw new Error('workbooks: a post got no verdict')
    if (verdict.ok) {
      judged.count('posts', 'new')
      keep(unit)
    } else say(unit, 'rejected', fieldOf(verdict.problem), wordsOf(verdict.problem))
  }
}

export const keyOf = ({ division, kind, title }: Pick<PostUnit, 'division' | 'kind' | 'title'>): string =>
  `${division}/${kind}/${title}`
const seatingKey = (postId: string): string => idFrom('workbooks.seating', postId)
const ownOf = ({ division, kind, title, since, duties }: PostUnit) => ({ division, kind, title, since, duties })

const fieldOf = (problem: Problem): string =>
  ({
    'responsibility.kind-unknown': 'kind',
    'responsibility.wrong-level': 'kind',
    'responsibility.division-unknown': 'division',
  })[problem.code] ??
  (problem.issues[0]?.path.startsWith('duties')
    ? 'duties'
    : problem.issues[0]?.path.startsWith('kind')
      ? 'kind'
      : 'title')

/** In a rehearsal the holder may only come with this very file; then the post is judged as if it were vacant. */
const holderOf = ({ holder }: PostUnit, persons: ReadonlyMap<string, string>) => {
  const id = holder === null ? undefined : persons.get(holder)
  return id ? { kind: 'person' as const, id } : null
}

function itemOf(unit: PostUnit, persons: ReadonlyMap<string, string>) {
  const { id, division, kind, title, since, duties } = unit
  const reach = (said: string) => {
    const [code = '', block] = said.split(/[//]/)
    return block ? { reach: 'block', division: code, block } : { reach: 'division', division: code }
  }
  const openedAt = `${since}T08:00:00+08:00`
  return { id, division, kind, title, openedAt, holder: holderOf(unit, persons), duties: duties.map(reach) }
}

function reseat(ctx: Ctx, unit: PostUnit, persons: ReadonlyMap<string, string>) {
  const holder = holderOf(unit, persons)
  const at = ctx.now.toISOString()
  const id = idFrom('workbooks.reseat', unit.id, holder?.id ?? '', at)
  return attempt(ctx, (own) => performWithin(own, seatSomebody, { id, postId: unit.id, holder, at }))
}
