import { expect } from 'vitest'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { writeCsv } from '../exchange/index.ts'
import { anIdNumber, aPhone } from '../people/people.factory.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'

export const FOR_LISTS = { purpose: 'agency-list-check' as const }
export const HEADINGS = ['序号', '姓名', '身份证号', '手机号', '住址']
export const COLUMNS = [
  { heading: '序号', field: 'other' },
  { heading: '姓名', field: 'name' },
  { heading: '身份证号', field: 'document' },
  { heading: '手机号', field: 'phone' },
  { heading: '住址', field: 'address' },
]

export const inBase64 = (bytes: Buffer): string => bytes.toString('base64')
export const aCsv = (...rows: string[][]): string => inBase64(writeCsv([HEADINGS, ...rows]))

export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

export const aList = (file: string, given: object = {}) => ({
  id: newId(),
  sender: '县公安局',
  basis: '传染病防治法;县防控办〔2020〕3号',
  purpose: '核查湖北返乡人员',
  expiresOn: inDays(30),
  recordedAt: '2020-02-10T09:00:00+08:00',
  file,
  sheet: null,
  headerRow: null,
  columns: COLUMNS,
  ...given,
})

export interface Resident {
  id: string
  name: string
  number: string
  phone: string
}

/** A county with two villages, and people who are registered in the first. */
export async function aVillage({ as, county, inside }: Scenario, names: readonly string[] = ['周小满', '王德海']) {
  await inside((ctx) => keepInventedDivisions(ctx))
  const desk = await as.countyDesk()
  const village = `${county}100201`
  const residents: Resident[] = []
  for (const name of names) {
    const resident = { id: newId(), name, number: anIdNumber(), phone: aPhone() }
    const { id, number, phone } = resident
    const document = { kind: 'resident-id', number }
    const said = { id, division: village, recordedAt: '2020-02-01T08:00:00+08:00', name, document, phone }
    expect((await desk.post('/people', said)).status).toBe(201)
    residents.push(resident)
  }
  return { desk, village, residents, cadre: await as.role('village-cadre', { division: village }) }
}

/** Takes a list in and returns its entries, in the order of the rows. */
export async function received(desk: Client, file: string, given: object = {}) {
  const list = aList(file, given)
  const reply = await desk.post('/agency-lists', list)
  expect(reply.body).toMatchObject({ id: list.id, arrival: 'new' })
  const { items } = (await desk.get(`/agency-list-entries?listId=${list.id}&state=all&limit=100`, FOR_LISTS)).body
  return { list, counts: reply.body.counts, entries: items }
}
