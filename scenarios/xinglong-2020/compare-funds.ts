import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import type { Funds } from './funds.ts'

const MOMENTS = ['2020-01-22T20:00:00', '2020-01-28T20:00:00', '2020-02-06T08:00:00', '2020-02-18T20:00:00']

/** What had come in, was promised and was paid by these moments; each number held against what was planned. */
export async function compareFunds(session: Session, funds: Funds, hold: Hold): Promise<void> {
  const { county, offset, purposes } = funds
  if (purposes.length === 0) return
  const figure = async (name: string, asOf: string): Promise<number> => {
    const params = { path: { figure: name as 'funds-paid' }, query: { area: county, asOf } }
    return (await answer(name, () => session.GET('/figures/{figure}', { params }))).value
  }
  for (const moment of MOMENTS) {
    const asOf = moment + offset
    for (const [name, fen] of Object.entries(heldBy(funds, asOf)))
      hold(name, county, asOf, fen, await figure(name, asOf))
  }
  const { donations, asOf: shown } = await answer('account', () =>
    session.GET('/public/{county}/donations-in-money', { params: { path: { county: Number(county) } } }),
  )
  const numbers = new Set(donations.map(({ receiptNo }) => receiptNo))
  hold(
    'receipts without a gap',
    county,
    MOMENTS[3] + offset,
    funds.donations.filter(({ at }) => Date.parse(at) <= Date.parse(shown)).length,
    numbers.size,
  )
}

/** By our own count of the plan. */
export function heldBy({ sources, donations, commitments }: Funds, asOf: string) {
  const moment = Date.parse(asOf)
  const by = ({ at }: { at: string }) => Date.parse(at) <= moment
  const sum = (list: ReadonlyArray<{ fen: number }>) => list.reduce((all, { fen }) => all + fen, 0)
  const appropriated = sum(sources.filter(by).flatMap(({ shares }) => shares))
  const donated = sum(donations.filter(by))
  const promised = sum(commitments.filter(by))
  const paid = sum(commitments.flatMap(({ payments }) => payments).filter((one) => !one.waits && by(one)))
  const released = commitments.reduce(
    (all, one) => all + (moment >= Date.parse('2020-02-15T10:00:00+08:00') ? one.released : 0),
    0,
  )
  return {
    'funds-appropriated': appropriated,
    'funds-donated': donated,
    'funds-committed': promised - released - paid,
    'funds-paid': paid,
    'funds-available': appropriated + donated - promised + released,
  }
}
