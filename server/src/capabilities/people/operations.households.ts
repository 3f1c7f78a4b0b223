import { batchOperation, type Ctx, operation } from '../../kernel/operation.ts'
import { findCompounds, findDivisions } from '../places/index.ts'
import { joinHousehold, registerMany } from './households.ts'
import { changeRelation, closeHousehold, endMembership, moveHousehold, moveMember } from './moving.ts'
import { mayKeepHouseholds, mayMove } from './policy.ts'
import { compoundUnknown, divisionUnknown, householdClosed, householdUnknown, membershipUnknown } from './problems.ts'
import {
  AddMembers,
  ChangeRelation,
  CloseHousehold,
  EndMembership,
  HOUSEHOLDS_MAX,
  MoveHousehold,
  MoveMember,
  Recorded,
  RegisteredHousehold,
  RegisterHousehold,
} from './schema.households.ts'
import { type FoundDwelling, listDwellings } from './sql.households.ts'
import { findMembership } from './sql.memberships.ts'

interface Address {
  division: string
  compoundId: string | null
}
interface Places {
  divisions: ReadonlySet<string>
  compounds: ReadonlyMap<string, string>
}

async function loadPlaces({ tx }: Ctx, addresses: readonly Address[]): Promise<Places> {
  const [divisions, compounds] = await Promise.all([
    findDivisions(
      tx,
      addresses.map(({ division }) => division),
    ),
    findCompounds(
      tx,
      addresses.flatMap(({ compoundId }) => compoundId ?? []),
    ),
  ])
  return { divisions: new Set(divisions.keys()), compounds }
}

/** What is wrong with an address, when something is. */
function addressProblem({ division, compoundId }: Address, places: Places) {
  if (!places.divisions.has(division)) return divisionUnknown({ division })
  if (compoundId && places.compounds.get(compoundId) !== division) return compoundUnknown({ id: compoundId })
  return null
}

export const registerHouseholds = batchOperation({
  name: 'people.household.register',
  summary: { zh: '登记户及其成员', en: 'Register households with their members' },
  kind: 'write',
  item: RegisterHousehold,
  done: RegisteredHousehold,
  max: HOUSEHOLDS_MAX,
  load: loadPlaces,
  allow: (actor, places: Places, item) =>
    mayKeepHouseholds(actor, item.division) && (addressProblem(item, places) ?? true),
  runMany: registerMany,
  audit: (items, verdicts) => ({
    ...(items.length === 1 && items[0] ? { subject: items[0].id, division: items[0].division } : {}),
    count: verdicts.filter((verdict) => verdict.ok && verdict.arrival === 'new').length,
    note: {
      sent: items.length,
      refused: verdicts.filter((verdict) => !verdict.ok).length,
      members: items.reduce((sum, { members }) => sum + members.length, 0),
    },
  }),
})

async function loadHome({ tx }: Ctx, { householdId }: { householdId: string }): Promise<FoundDwelling> {
  const [home] = await listDwellings(tx, householdId)
  if (!home) throw householdUnknown({ id: householdId })
  return home
}

export const addMembers = operation({
  name: 'people.member.add',
  summary: { zh: '为一户增加成员', en: 'Add members to a household' },
  kind: 'write',
  input: AddMembers,
  output: RegisteredHousehold,
  load: loadHome,
  allow: (actor, home: FoundDwelling) => mayKeepHouseholds(actor, home.division),
  async run(ctx, sent, home) {
    if (home.endedBy) throw householdClosed({ id: sent.householdId })
    return joinHousehold(ctx, sent, home.division)
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.householdId,
    division: loaded.division,
    count: input.members.length,
    note: { arrival: output.arrival },
  }),
})

export const moveOneHousehold = operation({
  name: 'people.household.move',
  summary: { zh: '整户迁移', en: 'Move a household to another address' },
  kind: 'write',
  input: MoveHousehold,
  output: Recorded,
  async load(ctx, sent) {
    const [home, places] = await Promise.all([loadHome(ctx, sent), loadPlaces(ctx, [sent])])
    const problem = addressProblem(sent, places)
    if (problem) throw problem
    return home
  },
  allow: (actor, home: FoundDwelling, { division }) => mayMove(actor, home.division, division),
  run: moveHousehold,
  audit: ({ input, output, loaded }) => ({
    subject: input.householdId,
    division: input.division,
    note: { from: loaded.division, arrival: output.arrival },
  }),
})

export const closeOneHousehold = operation({
  name: 'people.household.close',
  summary: { zh: '注销一户', en: 'Close a household' },
  kind: 'write',
  input: CloseHousehold,
  output: Recorded,
  load: loadHome,
  allow: (actor, home: FoundDwelling) => mayKeepHouseholds(actor, home.division),
  run: closeHousehold,
  audit: ({ input, output, loaded }) => ({
    subject: input.householdId,
    division: loaded.division,
    note: { reason: input.reason, arrival: output.arrival },
  }),
})

async function loadMembership({ tx }: Ctx, { membershipId }: { membershipId: string }) {
  const found = await findMembership(tx, membershipId)
  if (!found) throw membershipUnknown({ id: membershipId })
  return found
}

export const moveOneMember = operation({
  name: 'people.member.move',
  summary: { zh: '成员迁入另一户', en: 'Move a member to another household' },
  kind: 'write',
  input: MoveMember,
  output: Recorded,
  async load(ctx, sent) {
    const [from, home] = await Promise.all([loadMembership(ctx, sent), loadHome(ctx, sent)])
    return { from, home }
  },
  allow: (actor, { from, home }) => mayMove(actor, from.division, home.division),
  run: moveMember,
  audit: ({ input, output, loaded: { from, home } }) => ({
    subject: from.personId,
    division: home.division,
    note: { from: from.division, household: input.householdId, arrival: output.arrival },
  }),
})

export const changeOneRelation = operation({
  name: 'people.member.relate',
  summary: { zh: '更改与户主关系(含更换户主)', en: 'Change a relation to the head, or the head' },
  kind: 'write',
  input: ChangeRelation,
  output: Recorded,
  load: loadMembership,
  allow: (actor, membership) => mayKeepHouseholds(actor, membership.division),
  run: changeRelation,
  audit: ({ input, output, loaded }) => ({
    subject: loaded.personId,
    division: loaded.division,
    note: { relation: input.relation, arrival: output.arrival },
  }),
})

export const endOneMembership = operation({
  name: 'people.member.end',
  summary: { zh: '成员离开本户', en: 'End a membership' },
  kind: 'write',
  input: EndMembership,
  output: Recorded,
  load: loadMembership,
  allow: (actor, membership) => mayKeepHouseholds(actor, membership.division),
  run: endMembership,
  audit: ({ input, output, loaded }) => ({
    subject: loaded.personId,
    division: loaded.division,
    note: { reason: input.reason, arrival: output.arrival },
  }),
})
