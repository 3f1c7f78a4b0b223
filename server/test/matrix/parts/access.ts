import { randomUUID } from 'node:crypto'
import { A_PASSWORD, authenticatorCode, comeIn, seatSomebody } from '../../../src/capabilities/access/access.factory.ts'
import { newId, type Scenario } from '../../scenario/scenario.ts'
import { signedIn } from '../callers.ts'
import { type Area, type Caller, made, type Part, type Special } from '../part.ts'

const NO_CODE = '999999-AAAA-BBBB-CCCC'
const NO_CHALLENGE = `999999-${'x'.repeat(43)}`
const aName = () => `f${newId().slice(0, 12).replaceAll('-', '')}`
const countyOf = ({ county }: Area) => Number(county)

/** A passkey needs a browser to be made; here only its row matters. */
async function plantPasskey({ inside, county }: Scenario, account: string, mark: string): Promise<string> {
  const id = randomUUID()
  const row = {
    county,
    id,
    account_id: account,
    credential_id: id,
    public_key: Buffer.from('key'),
    counter: 0,
    transports: ['usb'],
    label: `${mark}钥匙`,
    made_at: new Date(),
  }
  await inside(({ tx }) => tx`insert into access.passkey ${tx(row)}`.execute())
  return id
}

async function plantDevice({ village, hands: { administrator, nobody } }: Area, mark: string): Promise<string> {
  const invited = await made(administrator.post('/access/devices/invite', { division: village, label: `${mark}手机` }))
  const enrolled = await made(nobody.post('/access/devices/enrol', { code: invited.code, platform: `${mark}机` }))
  const { county, deviceId, deviceToken } = enrolled
  await made(nobody.post('/access/phones/contact', { county, deviceToken, pending: 3 }))
  return deviceId
}

const freshSeat = ({ stage, village }: Area) =>
  stage.inside((ctx) => seatSomebody(ctx, { role: 'village-cadre', division: village }))
const freshAccount: Special = { fresh: async (area) => ({ id: (await freshSeat(area)).accountId }) }

async function freshOccupancy(area: Area) {
  const { seatId } = await freshSeat(area)
  const rows = await area.stage.inside(({ tx }) =>
    tx<{ id: string }[]>`select id from access.occupancy where seat_id = ${seatId}`.execute(),
  )
  return { id: rows[0]?.id }
}

const freshDevice = async (area: Area) => ({ id: await plantDevice(area, '新') })

async function anotherSession({ stage }: Area, { account, client }: Caller) {
  await signedIn(stage, account)
  const { items } = await made(client.get('/me/sessions'))
  return { id: items.find((one: { current: boolean }) => !one.current).id }
}

async function shownCode(_: Area, { client }: Caller) {
  return { code: authenticatorCode((await made(client.post('/me/authenticator'))).secret) }
}

const ENDS_CALLER: Special = { endsCaller: true }
const WRONG_CODE: Special = { say: { code: NO_CODE, challenge: NO_CHALLENGE }, answer: 'access.code-refused' }
/** `response` and `options` are made and checked by the browser and the passkey library. */
const WRONG_PASSKEY: Special = {
  open: ['response'],
  say: { challenge: NO_CHALLENGE, response: { id: 'nothing' } },
  answer: 'access.passkey-refused',
}
const SEAT: Special = { say: { role: 'village-cadre' } }

export const accessPart: Part = {
  async plant(area) {
    const { stage, village, mark, hands } = area
    const { administrator, nobody } = hands
    const signInName = aName()
    const seats = [{ division: village, role: 'village-cadre', title: `${mark}包村` }]
    const asked = { division: village, signInName, name: `${mark}甲乙`, seats, password: A_PASSWORD }
    const { account, welcome } = await made(administrator.post('/access/accounts', asked))
    const seat = account.seats[0].id
    await nobody.post('/sign-in', { county: stage.county, name: signInName, password: 'not this one' })
    const client = await comeIn(stage, welcome.code)
    const { secret } = await made(client.post('/me/authenticator', {}))
    await made(client.post('/me/authenticator/confirm', { code: authenticatorCode(secret) }))
    const { items: sessions } = await made(client.get('/me/sessions'))
    const { items: listed } = await made(administrator.get(`/access/seats?division=${village}`))
    const occupied = listed.find((one: { id: string }) => one.id === seat)
    return {
      signInName,
      accountId: account.id,
      seatId: seat,
      seatIds: [seat],
      'accounts/id': account.id,
      'seats/id': seat,
      'occupancies/id': occupied.occupants[0].occupancyId,
      'devices/id': await plantDevice(area, mark),
      'sessions/id': sessions[0].id,
      'passkeys/id': await plantPasskey(stage, account.id, mark),
    }
  },
  operations: {
    'access.phone.list-silent': { unread: true },
    // What an operation says of itself for the audit: plain facts, by its own code.
    'access.audit.list': { open: ['note'] },
    'access.audit.who-looked': { open: ['note'] },
    'access.account.make': {
      say: { signInName: aName, role: 'village-cadre', password: 'ice on the river' },
      fresh: async (area) => ({ seatIds: [(await freshSeat(area)).seatId] }),
    },
    'access.account.close': freshAccount,
    'access.account.reopen': freshAccount,
    'access.account.welcome': freshAccount,
    'access.account.sign-out': freshAccount,
    'access.seat.make': SEAT,
    'access.seat.close': { fresh: async (area) => ({ id: (await freshSeat(area)).seatId }) },
    'access.seat.occupy': {
      fresh: async (area) => {
        const { seatId, accountId } = await freshSeat(area)
        return { id: seatId, accountId }
      },
    },
    'access.occupancy.end': { fresh: freshOccupancy },
    'access.device.revoke': { fresh: freshDevice },
    'access.device.enrol': WRONG_CODE,
    'access.me.show': { sameEverywhere: true },
    'access.seat.switch': { ...ENDS_CALLER, fresh: async (_, { seat }) => ({ seatId: seat }) },
    'access.session.list': { sameEverywhere: true },
    'access.session.end': { ...ENDS_CALLER, fresh: anotherSession },
    'access.session.sign-out': ENDS_CALLER,
    'access.session.sign-out-everywhere': ENDS_CALLER,
    'access.session.step-up': { ...WRONG_CODE, ...ENDS_CALLER, answer: 'access.second-factor-refused' },
    'access.session.begin-passkey-step-up': { ...ENDS_CALLER, sameEverywhere: true, open: ['options'] },
    'access.session.step-up-by-passkey': { ...WRONG_PASSKEY, ...ENDS_CALLER },
    'access.password.change': { ...ENDS_CALLER, say: { password: 'ice on the river' } },
    'access.authenticator.begin': ENDS_CALLER,
    'access.authenticator.confirm': { ...ENDS_CALLER, fresh: shownCode },
    'access.recovery-code.renew': ENDS_CALLER,
    'access.passkey.begin': { ...ENDS_CALLER, open: ['options'] },
    'access.passkey.add': { ...WRONG_PASSKEY, ...ENDS_CALLER },
    'access.passkey.remove': {
      ...ENDS_CALLER,
      fresh: async ({ stage }, { account }) => ({ id: await plantPasskey(stage, account, '匙') }),
    },
    'access.session.sign-in': {
      say: { name: ({ things }) => things['signInName'], county: countyOf, password: 'ice on the river' },
      answer: 'access.sign-in-refused',
    },
    'access.session.begin-passkey': { say: { county: countyOf }, sameEverywhere: true, open: ['options'] },
    'access.session.passkey': WRONG_PASSKEY,
    'access.session.begin-second-factor': WRONG_CODE,
    'access.session.second-factor': WRONG_CODE,
    'access.session.welcome': WRONG_CODE,
  },
}
