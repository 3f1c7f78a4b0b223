import { database } from '../database.ts'

/** The phone's own standing with the county. */
export interface EnrolledDevice {
  deviceId: string
  deviceToken: string
  county: number
  label: string
}

const DEVICE = 'device'
const COUNTY = 'county'

export const findDevice = async (): Promise<EnrolledDevice | null> =>
  ((await database.remembered.get(DEVICE))?.value as EnrolledDevice | undefined) ?? null

export async function rememberDevice({ deviceId, deviceToken, county, label }: EnrolledDevice): Promise<void> {
  await database.remembered.put({ key: DEVICE, value: { deviceId, deviceToken, county, label } })
}

/** Whose records lie here, also when nobody is signed in any more. Versions of before did not write it down. */
export async function findCounty(): Promise<number | null> {
  const known = Number((await database.remembered.get(COUNTY))?.value ?? 0)
  return known || ((await database.sessions.toCollection().first())?.county ?? null)
}

export const rememberCounty = (county: number): Promise<unknown> =>
  database.remembered.put({ key: COUNTY, value: county })
