import { database } from '../field/src/database.ts'
import { deliverAll } from '../field/src/outbox/courier.ts'
import { sealEntry } from '../field/src/outbox/enclose.ts'
import type { Entry } from '../field/src/outbox/entry.ts'
import { refreshFieldKey } from '../field/src/outbox/field-key.ts'
import { hasWork } from '../field/src/outbox/standing.ts'
import { rememberCounty } from '../field/src/roster/device.ts'

/** The field app's own outbox and courier in a browser's page, without the app around them. */
export interface Order {
  county: number
  token: string
  documents: Array<Record<string, unknown> & { id: string; recordedAt: string }>
}

const GIST = { outcome: 'pass', screened: 1, turnedBack: 0, vehicles: 0, fever: false }
const REST = { state: 'saved', content: null, tries: 0, notBefore: 0, refusal: null, receipt: null } as const

async function fill({ county, token, documents }: Order): Promise<void> {
  await rememberCounty(county)
  await refreshFieldKey()
  const me = await fetch('/api/me', { headers: { authorization: `Bearer ${token}` } })
  const owner = ((await me.json()) as { account: { id: string } }).account.id
  const entries: Entry[] = []
  for (const [at, content] of documents.entries()) {
    const { id, recordedAt } = content
    const given = { id, owner, kind: 'passage' as const, recordedAt }
    const enclosed = await sealEntry({ ...given, content }, token)
    if (!enclosed) throw new Error('nothing to seal with')
    entries.push({ ...given, ...enclosed, ...REST, gist: GIST, seq: at + 1, deliveredAt: null, settled: null })
  }
  await database.outbox.bulkAdd(entries)
}

async function deliver(): Promise<{ ms: number; delivered: number }> {
  const began = performance.now()
  while (await hasWork()) await deliverAll()
  const ms = performance.now() - began
  return { ms, delivered: await database.outbox.where('state').equals('delivered').count() }
}

Object.assign(globalThis, { fill, deliver })
