import { cursorOf, operation, positionOf, purposeOf } from '../../kernel/operation.ts'
import { addStatement, type Enrolled, enrolMany } from './enrol.ts'
import { findPersons, maskedMany, unmask } from './looking.ts'
import { recordedAtOf } from './origin.ts'
import { mayFind, mayKeepHouseholds, mayReadAccesses, mayRegister, mayUnmask } from './policy.ts'
import { personUnknown } from './problems.ts'
import {
  Accesses,
  AmendPerson,
  FindPerson,
  FoundPersons,
  ListAccesses,
  MaskedPerson,
  OnePerson,
  PurposeRegister,
  Registered,
  RegisterPerson,
  UnmaskedPerson,
  UnmaskPerson,
} from './schema.ts'
import { listKeepers } from './sql.merges.ts'
import { listGroup } from './sql.search.ts'
import { findStanding, listLooks, listPurposes } from './sql.ts'

/** A permission is pure, so it is told the purpose instead of asking the transaction for it. */

export const registerPerson = operation({
  name: 'people.register',
  summary: {
    zh: '登记人员(已有同一证件的,返回原有人员)',
    en: 'Register a person, or return the one who has this document',
  },
  kind: 'write',
  input: RegisterPerson,
  output: Registered,
  allow: (actor, _loaded, { division }) => mayRegister(actor, division),
  async run(ctx, { recordedAt, ...person }) {
    const [enrolled] = await enrolMany(ctx, [
      { ...person, resident: true, recordedAt: recordedAtOf(ctx, { recordedAt }) },
    ])
    return taken(enrolled)
  },
  audit: ({ input, output }) => ({
    subject: output.personId,
    division: input.division,
    note: { arrival: output.arrival },
  }),
})

export const amendPerson = operation({
  name: 'people.amend',
  summary: { zh: '补充或更正人员身份信息', en: 'Add to or correct what is known of a person' },
  kind: 'write',
  input: AmendPerson,
  output: Registered,
  async load({ tx }, { personId }) {
    const now = (await findStanding(tx, [personId])).get(personId)
    const division = now && (await listKeepers(tx, [now])).get(now)
    if (!now || !division) throw personUnknown({ id: personId })
    return { personId: now, division }
  },
  allow: (actor, { division }) => mayKeepHouseholds(actor, division),
  async run(ctx, { recordedAt, personId: _, ...person }, { personId, division }) {
    const said = { ...person, division, recordedAt: recordedAtOf(ctx, { recordedAt }) }
    return taken(await addStatement(ctx, said, personId))
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.personId,
    division: loaded.division,
    note: {
      fields: (['name', 'document', 'phone', 'address'] as const).filter((field) => input[field] !== null).join(' '),
      arrival: output.arrival,
    },
  }),
})

function taken(enrolled: Enrolled | undefined) {
  if (!enrolled) throw new Error('people: no verdict')
  if (!enrolled.ok) throw enrolled.problem
  return { personId: enrolled.value.personId, arrival: enrolled.arrival }
}

export const findPerson = operation({
  name: 'people.find',
  summary: {
    zh: '按证件号码、电话或车牌查找人员(脱敏)',
    en: 'Find persons by exact document number, phone or plate, masked',
  },
  kind: 'read',
  personal: true,
  input: FindPerson,
  output: FoundPersons,
  load: purposeOf,
  allow: (actor, { purpose }) => mayFind(actor, purpose),
  run: (ctx, sought) => findPersons(ctx, sought),
  audit: ({ input, output }) => {
    const [only] = output.items
    return {
      count: output.items.length,
      ...(only && output.items.length === 1 ? { subject: only.id } : {}),
      note: { by: input.by, more: output.more },
    }
  },
})

export const getPerson = operation({
  name: 'people.get',
  summary: { zh: '查看一个人(脱敏)', en: 'One person, masked' },
  kind: 'read',
  personal: true,
  input: OnePerson,
  output: MaskedPerson,
  load: purposeOf,
  allow: (actor, { purpose }) => mayFind(actor, purpose),
  async run(ctx, { personId }) {
    const person = (await maskedMany(ctx, [personId])).get(personId)
    if (!person?.visible) throw personUnknown({ id: personId })
    return person
  },
  audit: ({ input }) => ({ subject: input.personId }),
})

export const unmaskPerson = operation({
  name: 'people.unmask',
  summary: { zh: '查看完整的身份信息(说明用途,留痕)', en: 'Show named fields of an identity whole; recorded' },
  kind: 'read',
  personal: true,
  input: UnmaskPerson,
  output: UnmaskedPerson,
  load: purposeOf,
  allow: (actor, { purpose }, { fields }) => mayUnmask(actor, purpose, fields),
  async run(ctx, { personId, fields }) {
    const unmasked = await unmask(ctx, personId, fields)
    if (!unmasked) throw personUnknown({ id: personId })
    return { id: personId, ...unmasked }
  },
  audit: ({ input }) => ({ subject: input.personId, note: { fields: [...new Set(input.fields)].sort().join(' ') } }),
})

export const listAccesses = operation({
  name: 'people.accesses',
  summary: { zh: '谁查看过此人(供本人查询)', en: 'Who looked at this person, for the person to be told' },
  kind: 'read',
  personal: true,
  input: ListAccesses,
  output: Accesses,
  load: purposeOf,
  allow: (actor, { purpose }) => mayReadAccesses(actor, purpose),
  async run({ tx }, { personId, after, limit }) {
    const { ids } = await listGroup(tx, personId)
    const rows = await listLooks(tx, ids, positionOf(after), limit + 1)
    const items = rows.slice(0, limit)
    return {
      items: items.map(({ id: _, at, ...look }) => ({ at: at.toISOString(), ...look })),
      next: rows.length > limit ? cursorOf(items, limit, (row) => row) : null,
    }
  },
  audit: ({ input, output }) => ({ subject: input.personId, note: { looks: output.items.length } }),
})

export const listRegisteredPurposes = operation({
  name: 'people.purposes',
  summary: { zh: '个人信息用途公示', en: 'The public register of purposes' },
  kind: 'read',
  anonymous: true,
  input: OnePerson.omit({ personId: true }),
  output: PurposeRegister,
  allow: () => true,
  async run({ tx }) {
    return { items: await listPurposes(tx) }
  },
  audit: () => null,
})
