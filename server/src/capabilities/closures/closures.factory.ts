import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { type GivenCommand, givenCommand } from '../command/documents.factory.ts'
import type { AddSubject, OpenOrder } from './schema.ts'

/** Moments are told from one that lies sixty days back, so that closures can be kept up and lifted in the course of a test. */
const DAY = 86_400_000
const origin = Math.floor(Date.now() / DAY) * DAY - 60 * DAY
/** Ten o'clock in China on the nth day. */
export const on = (nth: number, hour = 10): string =>
  new Date(origin + nth * DAY + (hour - 8) * 3_600_000).toISOString()
export const dayOf = (nth: number): string => new Date(origin + nth * DAY).toISOString().slice(0, 10)

export type SubjectToSend = z.input<typeof AddSubject>
export const aSubject = (division: string, given: Partial<SubjectToSend> = {}): SubjectToSend => ({
  id: newId(),
  division,
  kind: 'venue',
  class: 'ktv',
  name: '星河歌厅',
  address: '东街12号',
  at: on(0, 8),
  ...given,
})

export type OrderToSend = z.input<typeof OpenOrder>
/** Everything a decision has to say; it begins on the twentieth day and lasts ten. */
export const anOrder = (
  division: string,
  given: Partial<OrderToSend> & Pick<OrderToSend, 'documentId'>,
): OrderToSend => ({
  id: newId(),
  division,
  classes: given.subjectIds ? [] : ['ktv'],
  startsAt: on(20),
  authority: '试验县疫情防控工作领导小组',
  decider: '领导小组组长',
  basis: '传染病防治法第四十二条',
  ground: '防止人员聚集传播疫情',
  endsOn: dayOf(30),
  reviewOn: dayOf(27),
  appeal: '可在十五日内向县防控办书面申诉,电话0314-5050000。',
  ...given,
})

export interface GivenClosures extends GivenCommand {
  county: string
  village: string
  /** Issued before anything is closed. */
  documentId: string
  subject(given?: Partial<SubjectToSend>): Promise<string>
  close(given?: Partial<OrderToSend>): Promise<string>
}

export async function ok(reply: Promise<{ status: number; body: { id: string; code?: string } }>): Promise<string> {
  const { status, body } = await reply
  if (status !== 200 && status !== 201) throw new Error(`refused: ${JSON.stringify(body)}`)
  return body.id
}

export async function givenClosures(stage: Scenario): Promise<GivenClosures> {
  const year = Number(on(10).slice(0, 4))
  const command = await givenCommand(stage, { firstYear: year })
  const { documentId } = await command.issued(undefined, on(10))
  const county = String(stage.county)
  const village = `${county}100201`
  const { desk } = command
  return {
    ...command,
    county,
    village,
    documentId,
    subject: (given) => ok(desk.post('/closures/subjects', aSubject(village, given))),
    close: (given) => ok(desk.post('/closures/orders', anOrder(county, { documentId, ...given }))),
  }
}

export const stateOf = async (desk: Client, subjectId: string, nth: number, hour?: number): Promise<string> =>
  (await desk.get(`/closures/subjects/${subjectId}?asOf=${encodeURIComponent(on(nth, hour))}`)).body.state
