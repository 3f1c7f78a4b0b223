import { seatSomebody } from '../../src/capabilities/access/access.factory.ts'
import { sitsAt } from '../../src/capabilities/access/rules.ts'
import { openSession } from '../../src/capabilities/access/sessions.ts'
import { findAccount } from '../../src/capabilities/access/sql.ts'
import { purposeRoles } from '../../src/capabilities/people/policy.ts'
import { PURPOSES, ROLES, type Role } from '../../src/kernel/operation.ts'
import type { Client, Scenario } from '../scenario/scenario.ts'
import type { Area, Caller } from './part.ts'

const AT_VILLAGE: readonly Role[] = ['village-cadre', 'checkpoint-shift', 'isolation-staff']

/** Whose seat belongs to one place, and under what name the area has it. */
const AT_PLACE: Partial<Record<Role, string>> = { 'checkpoint-shift': 'checkpointId', 'isolation-staff': 'siteId' }

/** Where a seat of this role stands when it is the area's, or its whole county's. */
const divisionOf = (area: Area, role: Role, reach: Caller['reach']): string =>
  reach === 'county' ? area.county : AT_VILLAGE.includes(role) ? area.village : area.township

/** Somebody of this role on a seat in the area, or of its whole county. */
export async function callerOf(area: Area, role: Role, reach: Caller['reach']): Promise<Caller> {
  const division = divisionOf(area, role, reach)
  const placeId = AT_PLACE[role] ? String(area.things[AT_PLACE[role]]) : null
  const { accountId, seatId } = await area.stage.inside((ctx) => seatSomebody(ctx, { role, division, placeId }))
  const client = await signedIn(area.stage, accountId)
  const purpose = PURPOSES.find((one) => purposeRoles[one].includes(role)) ?? 'supervision'
  return { role, reach, client, account: accountId, seat: seatId, purpose, usual: sitsAt(role, division) }
}

export async function signedIn(stage: Scenario, accountId: string): Promise<Client> {
  const { token } = await stage.inside(async (ctx) => {
    const account = await findAccount(ctx, accountId)
    const seat = account?.seats[0]
    if (!account || !seat) throw new Error('nobody sits there')
    return openSession(ctx, { account, seat, deviceId: null, how: 'password', factorAt: ctx.now })
  })
  return stage.as.holding(token)
}

export interface Callers {
  /** One of each role on a seat in the own township, also of those roles that only a county has; and nobody. */
  local: Caller[]
  /** One of each role that has seats for a whole county. */
  desks: Caller[]
}

export async function seatCallers(area: Area): Promise<Callers> {
  const nobody: Caller = {
    role: null,
    reach: 'area',
    client: area.stage.as.nobody(),
    account: '',
    seat: '',
    purpose: 'supervision',
    usual: true,
  }
  const local = await Promise.all(ROLES.map((role) => callerOf(area, role, 'area')))
  const atCounty = ROLES.filter((role) => sitsAt(role, area.county))
  return { local: [...local, nobody], desks: await Promise.all(atCounty.map((role) => callerOf(area, role, 'county'))) }
}
