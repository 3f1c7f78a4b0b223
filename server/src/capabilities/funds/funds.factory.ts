import { type Client, newId, type Reply, type Scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'

export const PAPER = { documentNo: '试财〔2020〕8号', authority: '试验县财政局', documentOn: '2020-01-27' }
/** A moment of a day in February 2020. */
export const on = (day: number, time = '09:00') => `2020-02-${String(day).padStart(2, '0')}T${time}:00+08:00`
const YUAN = 100

export async function good(reply: Promise<Reply>) {
  const { status, body } = await reply
  if (status !== 200 && status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}
export const codeOf = async (reply: Promise<Reply>): Promise<string | undefined> => (await reply).body.code

export interface GivenFunds {
  desk: Client
  second: Client
  division: string
  /** Recorded, with its id. */
  purpose(title: string): Promise<string>
  source(shares: Array<{ purposeId: string; yuan: number }>, more?: object): Promise<string>
  commit(of: { purposeId: string; sourceId: string; yuan: number }, more?: object): Promise<Reply & { id: string }>
  pay(commitmentId: string, yuan: number, more?: object): Promise<Reply & { id: string }>
  /** Open and paid of a commitment, and available in all, in yuan. */
  held(asOf?: string): Promise<{ received: number; available: number; committed: number; paid: number }>
}
export async function givenFunds({ as, county, inside }: Scenario): Promise<GivenFunds> {
  await inside((ctx) => keepInventedDivisions(ctx))
  const [desk, second] = [await as.countyDesk(), await as.countyDesk()]
  const division = String(county)
  return {
    ...{ desk, second, division },
    async purpose(title) {
      const id = newId()
      await good(desk.post('/fund-purposes', { id, division, title }))
      return id
    },
    async source(shares, more = {}) {
      const id = newId()
      const dealt = shares.map(({ purposeId, yuan }) => ({ purposeId, fen: yuan * YUAN }))
      const said = { id, division, level: 'county', title: '疫情应急处置经费', paper: PAPER, shares: dealt, at: on(1) }
      await good(desk.post('/fund-sources', { ...said, ...more }))
      return id
    },
    async commit({ purposeId, sourceId, yuan }, more = {}) {
      const id = newId()
      const said = {
        id,
        purposeId,
        sourceId,
        title: '口罩采购',
        payee: '某医疗器械公司',
        paper: PAPER,
        fen: yuan * YUAN,
      }
      return { id, ...(await desk.post('/fund-commitments', { ...said, at: on(2), ...more })) }
    },
    async pay(commitmentId, yuan, more = {}) {
      const id = newId()
      const said = { id, fen: yuan * YUAN, paper: PAPER, at: on(3) }
      return { id, ...(await desk.post(`/fund-commitments/${commitmentId}/payments`, { ...said, ...more })) }
    },
    async held(asOf) {
      const { purposes } = await good(desk.get(`/fund-balance${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`))
      const sum = (key: string) =>
        purposes.reduce((all: number, one: Record<string, number>) => all + (one[key] ?? 0), 0) / YUAN
      return {
        received: sum('receivedFen'),
        available: sum('availableFen'),
        committed: sum('committedFen'),
        paid: sum('paidFen'),
      }
    },
  }
}
