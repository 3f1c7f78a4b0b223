import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import type { Publicity } from './publicity.ts'

/** What went out of each kind and where, and what the villages played, held against what was planned. */
export async function comparePublicity(session: Session, publicity: Publicity, hold: Hold): Promise<void> {
  const { county, pieces, villages, plays, offset } = publicity
  if (pieces.length === 0) return
  const asOf = `2020-02-18T20:00:00${offset}`
  const { items } = await answer('pieces', () =>
    session.GET('/pieces', { params: { query: { state: 'standing', limit: 300 } } }),
  )
  const ours = new Set(pieces.map(({ id }) => id))
  hold('pieces standing', county, asOf, pieces.length, items.filter(({ id }) => ours.has(id)).length)
  for (const { id, channels } of pieces) {
    const query = { pieceId: id, limit: 100 }
    const sent = await answer('dispatches', () => session.GET('/dispatches', { params: { query } }))
    hold('dispatches', id, asOf, channels.length, sent.items.length)
  }
  const query = { since: '2020-01-25', until: '2020-02-18' }
  const coverage = await answer('coverage', () => session.GET('/loudspeaker-coverage', { params: { query } }))
  hold('villages heard', county, asOf, villages.length, coverage.heard)
  const played = coverage.items.reduce((sum, one) => sum + one.played, 0)
  hold('times played', county, asOf, plays.filter((one) => one.played).length, played)
}
