import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { PURPOSES } from '../../kernel/operation.ts'
import { aPassage, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { anIdNumber, aPhone } from './people.factory.ts'
import { purposeRoles } from './policy.ts'
import { reasons } from './rules.ts'

const screening = { purpose: 'checkpoint-screening' } as const

function aPerson(county: number, given: Record<string, unknown> = {}) {
  return {
    id: newId(),
    division: `${county}100`,
    recordedAt: '2020-02-01T08:00:00+08:00',
    name: '张永丰',
    document: { kind: 'resident-id', number: anIdNumber() },
    phone: aPhone(),
    ...given,
  }
}

async function registered(stage: Scenario, given: Record<string, unknown> = {}) {
  const desk = await stage.as.countyDesk()
  const person = aPerson(stage.county, given)
  const reply = await desk.post('/people', person)
  expect(reply.status).toBe(201)
  return { desk, person, id: reply.body.personId as string }
}

test(
  'register, find by number, phone or plate, and see only masks',
  scenario(async (stage) => {
    const { desk, person, id } = await registered(stage, {
      phone: '13812341234',
      plate: '冀H12345',
      address: '东关村三组',
    })
    for (const sought of [
      { by: 'document', document: person.document },
      { by: 'phone', phone: '+86 138 1234 1234' },
      { by: 'plate', plate: '冀h·12345' },
    ]) {
      const found = await desk.post('/people/find', sought, screening)
      expect(found).toMatchObject({
        status: 200,
        body: { more: false, items: [{ id, name: '张*丰', phone: '138****1234', plate: '冀H***45' }] },
      })
      expect(JSON.stringify(found.body)).not.toContain(person.document.number)
      expect(found.headers['cache-control']).toBe('no-store')
    }
    const one = await desk.get(`/people/${id}`, screening)
    expect(one.body).toMatchObject({ visible: true, hasAddress: true, synthetic: true })
    expect(JSON.stringify(one.body)).not.toContain('东关村')
    const nobody = await desk.post('/people/find', { by: 'phone', phone: '13800000000' }, screening)
    expect(nobody.body).toEqual({ items: [], more: false })
  }),
)

test(
  'unmasking shows the fields that were named and no others',
  scenario(async (stage) => {
    const { desk, person, id } = await registered(stage)
    const shown = await desk.post(
      `/people/${id}/unmask`,
      { fields: ['name', 'document'] },
      { purpose: 'contact-tracing' },
    )
    expect(shown).toMatchObject({ status: 200 })
    expect(shown.body).toEqual({
      id,
      documentKind: 'resident-id',
      shown: { name: person.name, document: person.document.number },
    })
    const shift = await stage.as.role('checkpoint-shift', { division: person.division })
    expect((await shift.post(`/people/${id}/unmask`, { fields: ['document'] }, screening)).status).toBe(403)
    expect((await shift.post(`/people/${id}/unmask`, { fields: ['phone'] }, screening)).body.shown).toEqual({
      phone: person.phone,
    })
  }),
)

test(
  'a purpose is asked for, and has to be one of the seat',
  scenario(async (stage) => {
    const { desk, id } = await registered(stage)
    expect((await desk.get(`/people/${id}`)).body).toMatchObject({ status: 422, code: 'kernel.purpose-needed' })
    const curious = await desk.get(`/people/${id}`, { headers: { 'qunfang-purpose': 'curiosity' } })
    expect(curious.body).toMatchObject({ code: 'kernel.purpose-needed' })
    const shift = await stage.as.role('checkpoint-shift', { division: `${stage.county}100` })
    expect((await shift.get(`/people/${id}`, { purpose: 'home-visit' })).status).toBe(403)
  }),
)

test(
  'another township learns that the number is known, and nothing else; a guess at the id gets the answer for an id that is nowhere',
  scenario(async (stage) => {
    const { person, id } = await registered(stage)
    const shift = await stage.as.role('checkpoint-shift', { division: `${stage.county}200` })
    const found = await shift.post('/people/find', { by: 'document', document: person.document }, screening)
    expect(found.body.items).toEqual([
      {
        id,
        visible: false,
        division: null,
        synthetic: false,
        name: null,
        documentKind: null,
        document: null,
        phone: null,
        plate: null,
        hasAddress: false,
      },
    ])
    const hidden = await shift.get(`/people/${id}`, screening)
    const absent = await shift.get(`/people/${newId()}`, screening)
    expect([hidden.status, hidden.body.code]).toEqual([absent.status, absent.body.code])
    expect((await shift.post(`/people/${id}/unmask`, { fields: ['phone'] }, screening)).body.code).toBe(
      'people.person-unknown',
    )
    expect((await shift.post('/people', { ...person, id: newId() })).status).toBe(403)
  }),
)

test(
  'what is wrong with a number is said for each field in both languages, without repeating it',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    const bad = aPerson(stage.county, {
      document: { kind: 'resident-id', number: '130899197001010011' },
      phone: '1381234',
    })
    const reply = await desk.post('/people', bad)
    expect(reply).toMatchObject({ status: 422, body: { code: 'kernel.input-invalid', resend: 'never' } })
    expect(reply.body.issues.map(({ path }: { path: string }) => path).sort()).toEqual(['document.number', 'phone'])
    for (const issue of reply.body.issues)
      expect([/\p{Script=Han}/u.test(issue.zh), /^[A-Z]/.test(issue.en)]).toEqual([true, true])
    expect(JSON.stringify(reply.body)).not.toContain('130899197001010011')
    const unborn = aPerson(stage.county, {
      sex: 'female',
      document: { kind: 'resident-id', number: '13082219700101001X' },
    })
    expect((await desk.post('/people', unborn)).body).toMatchObject({
      code: 'people.identity-invalid',
      issues: [{ path: 'document.number' }],
    })
  }),
)

test(
  'at a checkpoint, too, the reason is that of the number and not of the form around it',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const traveller = {
      name: '张永丰',
      document: { kind: 'resident-id' as const, number: '130899197001010011' },
      phone: null,
    }
    const reply = await shift.post(`/checkpoints/${id}/passages`, aPassage(id, { traveller }))
    expect(reply.status).toBe(422)
    expect(reply.body.issues).toEqual([{ path: 'traveller.document.number', ...reasons['id-checksum'] }])
  }),
)

test(
  'a property the server owns is refused, in every write',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    for (const owned of [
      'county',
      'personId',
      'synthetic',
      'receivedAt',
      'recordedBy',
      'digest',
      'documentKind',
      'role',
      'purpose',
    ]) {
      const reply = await desk.post('/people', { ...aPerson(stage.county), [owned]: 'x' })
      expect([owned, reply.status]).toEqual([owned, 422])
    }
  }),
)

test(
  'a person can be told who looked, newest first, page by page',
  scenario(async (stage) => {
    const { desk, person, id } = await registered(stage)
    const shift = await stage.as.role('checkpoint-shift', { division: `${stage.county}200` })
    await shift.post('/people/find', { by: 'document', document: person.document }, screening)
    await desk.post(`/people/${id}/unmask`, { fields: ['phone', 'name'] }, { purpose: 'contact-tracing' })
    const asked = { purpose: 'resident-request' } as const
    const auditor = await stage.as.role('auditor')
    const looks = await auditor.get(`/people/${id}/accesses`, asked)
    expect(looks.body.items).toMatchObject([
      { role: 'county-desk', division: String(stage.county), purpose: 'contact-tracing', fields: ['phone', 'name'] },
      { role: 'checkpoint-shift', division: `${stage.county}200`, purpose: 'checkpoint-screening', fields: [] },
    ])
    const first = await auditor.get(`/people/${id}/accesses?limit=1`, asked)
    const second = await auditor.get(
      `/people/${id}/accesses?limit=1&after=${encodeURIComponent(first.body.next)}`,
      asked,
    )
    expect([first.body.items[0].role, second.body.items[0].role, second.body.next]).toEqual([
      'county-desk',
      'checkpoint-shift',
      null,
    ])
    const township = await stage.as.role('township-officer', { division: `${stage.county}100` })
    expect((await township.get(`/people/${id}/accesses`, asked)).status).toBe(403)
  }),
)

test(
  'the public register says what the code does',
  scenario(async ({ as }) => {
    const { status, body } = await as.nobody().get('/people/purposes')
    expect(status).toBe(200)
    expect(body.items.map(({ code }: { code: string }) => code).sort()).toEqual([...PURPOSES].sort())
    for (const { code, roles } of body.items) {
      expect([...roles].sort(), code).toEqual([...purposeRoles[code as (typeof PURPOSES)[number]]].sort())
    }
  }),
)

test(
  'what is said anew counts, what was said stays findable, and a document of somebody else is refused',
  scenario(async (stage) => {
    const { desk, id } = await registered(stage)
    const other = await registered(stage, { name: '李四' })
    const said = { id: newId(), recordedAt: '2020-02-02T08:00:00+08:00', phone: '13700001111' }
    const amended = await desk.post(`/people/${id}/statements`, said)
    expect(amended).toMatchObject({ status: 201, body: { personId: id, arrival: 'new' } })
    expect((await desk.post(`/people/${id}/statements`, said)).body.arrival).toBe('again')
    expect((await desk.post(`/people/${id}/statements`, { ...said, phone: '13700002222' })).body.code).toBe(
      'kernel.id-taken',
    )
    const now = await desk.get(`/people/${id}`, screening)
    expect(now.body).toMatchObject({ name: '张*丰', phone: '137****1111' })
    const found = await desk.post('/people/search', { q: '1111' }, { purpose: 'contact-tracing' })
    expect(found.body.items.map(({ person }: { person: { id: string } }) => person.id)).toEqual([id])
    const theirs = { id: newId(), recordedAt: said.recordedAt, document: other.person.document }
    expect((await desk.post(`/people/${id}/statements`, theirs)).body.code).toBe('people.document-elsewhere')
    const nothing = { id: newId(), recordedAt: said.recordedAt }
    expect((await desk.post(`/people/${id}/statements`, nothing)).body.code).toBe('people.identity-invalid')
    const far = await stage.as.role('village-cadre', { division: `${stage.county}200201` })
    expect((await far.post(`/people/${id}/statements`, { ...said, id: newId() })).body.code).toBe(
      'people.person-unknown',
    )
  }),
)
