import { isAgain, keepFacts, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { countyMoment } from '../retention/index.ts'
import { isAhead } from './operations.documents.steps.ts'
import { knownDivision } from './operations.levels.ts'
import { mayDirect, mayReadIssued } from './policy.documents.ts'
import { bodyUnknown, memberUnknown, outOfTerm, twoHeads } from './problems.organisation.ts'
import { dayOf } from './rules.documents.ts'
import { Kept } from './schema.documents.ts'
import { AddBody, AddMember, AskOrganisation, EndBody, EndMember, Organisation } from './schema.organisation.ts'
import { postsKnown, seatsOf } from './seats.ts'
import { type Body, findBody, findMember, listBodies, listMembers } from './sql.organisation.ts'

/** A leading group has two heads, the party's and the government's; every other group has one. */
const headsOf = ({ kind }: Pick<Body, 'kind'>): number => (kind === 'leading-group' ? 2 : 1)

export async function getBody({ tx, now }: Ctx, { bodyId }: { bodyId: string }): Promise<Body> {
  const found = await findBody(tx, bodyId, now)
  if (!found) throw bodyUnknown({ id: bodyId })
  return found
}
const ofBody = ({ input, output, loaded }: { input: { id: string }; output: { arrival: string }; loaded: Body }) => ({
  subject: loaded.id,
  division: loaded.division,
  note: { record: input.id, arrival: output.arrival },
})

export const addBody = operation({
  name: 'command.body.add',
  summary: {
    zh: '设立领导小组、办公室、专项组或专班',
    en: 'Set up a leading group, office, special group or task force',
  },
  kind: 'write',
  input: AddBody,
  output: Kept,
  load: knownDivision,
  allow: (actor, _loaded, input) => mayDirect(actor, input),
  async run(ctx, input) {
    const { parentId, kind, title, mandate, telephone, nth } = input
    if (isAhead(new Date(input.at), ctx.now)) throw outOfTerm({ at: input.at })
    if (await isAgain(ctx, 'command.body', input)) return { id: input.id, arrival: 'again' as const }
    if (parentId) await getBody(ctx, { bodyId: parentId })
    const said = { parent_id: parentId, kind, title, mandate, telephone, nth, at: new Date(input.at) }
    await keepNew(ctx, 'command.body', { ...originOf(ctx, input, input), ...said })
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({ subject: input.id, division: input.division, note: { arrival: output.arrival } }),
})

export const endBody = operation({
  name: 'command.body.end',
  summary: { zh: '撤销一个组', en: 'Dissolve a group' },
  kind: 'write',
  input: EndBody,
  output: Kept,
  async load({ tx }, { bodyId }) {
    const body = await findBody(tx, bodyId, null)
    if (!body) throw bodyUnknown({ id: bodyId })
    return body
  },
  allow: (actor, body) => mayDirect(actor, body),
  async run(ctx, input, body) {
    if (await isAgain(ctx, 'command.body_end', input)) return { id: input.id, arrival: 'again' as const }
    const at = new Date(input.at)
    if (isAhead(at, ctx.now) || at < body.at) throw outOfTerm({ at: input.at })
    const row = { ...originOf(ctx, body, input), body_id: body.id, document_no: input.documentNo, at }
    const [arrival] = await keepFacts(ctx.tx, 'command.body_end', [row])
    if (arrival !== 'new') throw bodyUnknown({ id: body.id })
    return { id: input.id, arrival }
  },
  audit: ofBody,
})

export const addMember = operation({
  name: 'command.member.add',
  summary: { zh: '把岗位编入一个组', en: 'Put a post into a group' },
  kind: 'write',
  input: AddMember,
  output: Kept,
  load: getBody,
  allow: (actor, body) => mayDirect(actor, body),
  async run(ctx, input, body) {
    const { postId, role, fromOn, toOn } = input
    await lockOne(ctx, `command.body/${body.id}`)
    if (await isAgain(ctx, 'command.member', input)) return { id: input.id, arrival: 'again' as const }
    if (toOn !== null && toOn < fromOn) throw outOfTerm({ at: toOn })
    await postsKnown(ctx, [postId])
    if (role === 'head') {
      const heads = (await listMembers(ctx.tx, [body.id], fromOn)).filter((one) => one.role === 'head')
      if (heads.length >= headsOf(body)) throw twoHeads({ most: headsOf(body) })
    }
    const said = { body_id: body.id, post_id: postId, role, from_on: fromOn, to_on: toOn }
    await keepNew(ctx, 'command.member', { ...originOf(ctx, body, input), ...said })
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ofBody,
})

export const endMember = operation({
  name: 'command.member.end',
  summary: { zh: '成员离组', en: 'A member leaves a group' },
  kind: 'write',
  input: EndMember,
  output: Kept,
  async load({ tx }, { memberId }) {
    const member = await findMember(tx, memberId)
    if (!member) throw memberUnknown({ id: memberId })
    return member
  },
  allow: (actor, member) => mayDirect(actor, member),
  async run(ctx, input, member) {
    if (await isAgain(ctx, 'command.member_end', input)) return { id: input.id, arrival: 'again' as const }
    if (input.toOn < member.fromOn || member.toOn !== null) throw outOfTerm({ at: input.toOn })
    const row = { ...originOf(ctx, member, input), member_id: member.id, to_on: input.toOn }
    await keepNew(ctx, 'command.member_end', row)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.bodyId,
    division: loaded.division,
    note: { member: input.memberId, arrival: output.arrival },
  }),
})

export const readOrganisation = operation({
  name: 'command.organisation.read',
  summary: { zh: '组织架构和联系表', en: 'The organisation and who to call' },
  kind: 'read',
  input: AskOrganisation,
  output: Organisation,
  allow: (actor) => mayReadIssued(actor),
  run: (ctx, { asOf }) => organisationAt(ctx, asOf),
  audit: () => null,
})

export async function organisationAt(ctx: Ctx, asOf: string | undefined): Promise<Organisation> {
  const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
  const bodies = await listBodies(ctx.tx, moment)
  const members = await listMembers(
    ctx.tx,
    bodies.map(({ id }) => id),
    dayOf(moment),
  )
  const seats = await seatsOf(
    ctx,
    members.map(({ postId }) => postId),
    ctx.actor.division,
    moment,
  )
  const own = Map.groupBy(members, ({ bodyId }) => bodyId)
  return {
    asOf: moment.toISOString(),
    bodies: bodies.map((body) => ({
      ...{ ...body, at: body.at.toISOString() },
      members: (own.get(body.id) ?? []).map(({ bodyId: _, division: __, ...member }) => ({
        ...member,
        title: seats.get(member.postId)?.title ?? '—',
        holderName: seats.get(member.postId)?.holderName ?? null,
      })),
    })),
  }
}
