import type { Answer as Given } from '@qunfang/client'
import { answerOf, api, as } from '../api.ts'
import { type CarriedReceipt, type CarriedRow, database, type FieldDatabase } from '../database.ts'
import { instant } from '../device/clock.ts'
import { toBase64 } from '../outbox/seal.ts'

/** Delivers what other phones have given this one: sealed as it came, under the rights of whoever wrote it. */
type Carriage = Given<'/sync/sealed', 'post'>
const BATCH = 50
const AGAIN_MS = 10 * 60_000
const FAILURES_MOST = 20
const KEPT_MS = 14 * 24 * 3_600_000

export async function deliverCarried(deviceToken: string | null, db: FieldDatabase = database): Promise<void> {
  await forgetOld(db)
  let size = BATCH
  let failures = 0
  for (let batch = await dueNow(size, db); batch.length > 0; batch = await dueNow(size, db)) {
    const answer = await send(batch, deviceToken)
    if (answer.is === 'silence') return
    if (answer.is === 'ok') {
      await keepAnswers(batch, answer.value.verdicts, db)
      continue
    }
    // One that the server cannot even read must not keep the others back.
    failures += 1
    if (size === 1) await later(batch, db)
    if (failures >= FAILURES_MOST) return later(batch, db)
    size = 1
  }
}

const send = (batch: readonly CarriedRow[], deviceToken: string | null) =>
  answerOf<Carriage>(
    api.POST('/sync/sealed', {
      body: {
        county: batch[0]?.county ?? 0,
        ...(deviceToken ? { deviceToken } : {}),
        sentAt: instant(),
        prove: true,
        items: batch.flatMap(({ id, sealed }) => (sealed ? [{ id, sealed: toBase64(sealed) }] : [])),
      },
      ...as(null),
    }),
  )

async function dueNow(size: number, db: FieldDatabase): Promise<CarriedRow[]> {
  const due = await db.carried.orderBy('takenAt').filter(isDue).limit(BATCH).toArray()
  return due.filter(({ county }) => county === due[0]?.county).slice(0, size)
}
const isDue = ({ sealed, notBefore }: CarriedRow): boolean => sealed !== null && notBefore <= Date.now()

async function keepAnswers(
  batch: readonly CarriedRow[],
  verdicts: Carriage['verdicts'],
  db: FieldDatabase,
): Promise<void> {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, receiptOf(verdict)]))
  await later(batch, db)
  await db.carried.bulkUpdate(
    batch.flatMap(({ id }) => {
      const receipt = byId.get(id) ?? null
      return receipt ? [{ key: id, changes: { sealed: null, receipt } }] : []
    }),
  )
}

const forgetOld = (db: FieldDatabase): Promise<unknown> =>
  db.carried
    .where('takenAt')
    .below(Date.now() - KEPT_MS)
    .filter(({ receipt }) => receipt !== null)
    .delete()

async function later(batch: readonly CarriedRow[], db: FieldDatabase): Promise<void> {
  await db.carried.bulkUpdate(batch.map(({ id }) => ({ key: id, changes: { notBefore: Date.now() + AGAIN_MS } })))
}

/** Null for what the server wants to hear again later. Without a mark the other phone could not believe it: then it hears it itself. */
function receiptOf(verdict: Carriage['verdicts'][number]): CarriedReceipt | null {
  const { id, proof = '' } = verdict
  if (verdict.ok) {
    const { receivedAt, arrival, said } = verdict.receipt
    return { id, ok: true, receivedAt, arrival, fever: said.fever === true, proof }
  }
  const { code, resend, text } = verdict.problem
  return resend === 'later' ? null : { id, ok: false, code, resend, zh: text.zh, en: text.en, proof }
}

export const hasCarried = async (db: FieldDatabase = database): Promise<boolean> =>
  (await db.carried.filter(isDue).first()) !== undefined
