import { findDigests } from '../../kernel/facts.ts'
import { refused } from '../../kernel/gather.ts'
import { batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { digestOf } from '../../kernel/seal.ts'
import { findDivisions } from '../places/index.ts'
import { tellDesk } from './facts.ts'
import { mayTell, mayWork } from './policy.ts'
import { divisionUnknown, inFuture, nothingLeft, otherContent } from './problems.ts'
import { GAP, strip } from './rules.stripping.ts'
import { SHOWN_FROM } from './rules.ts'
import { Signal, SignalKept, StrippedWords, StripWords } from './schema.ts'
import { placeWords } from './signals.ts'
import { keepFindings, keepSignals } from './sql.signals.ts'

const AHEAD_MS = 10 * 60_000

/** As it is kept: without what could tell who said it. The digest is of this, so that the same sent again is the same. */
function kept(signal: Signal) {
  const { text, total } = strip(signal.words)
  return { ...signal, words: text, stripped: total, isEmpty: text.replaceAll(GAP, '').trim().length < 2 }
}
type Kept = ReturnType<typeof kept>

export const recordSignals = batchOperation({
  name: 'rumours.signal.record',
  summary: {
    zh: '登记听到的说法(姓名、号码、账号和链接先行去除)',
    en: 'Record what was heard, with names, numbers, accounts and links taken out first',
  },
  kind: 'write',
  apart: true,
  item: Signal,
  done: SignalKept,
  max: 2000,
  load: ({ tx }: Ctx, items: Signal[]) => findDivisions(tx, [...new Set(items.map(({ division }) => division))]),
  allow: (actor, known, { division }) =>
    known.has(division) ? mayTell(actor, division) : divisionUnknown({ division }),
  async runMany(ctx, items) {
    const verdicts: Array<Verdict<SignalKept>> = new Array(items.length)
    const good: Array<{ at: number; signal: Kept }> = []
    // Asked first: the words of what is refused must not be kept either.
    const digests = await findDigests(
      ctx.tx,
      'rumours.signal',
      items.map(({ id }) => id),
    )
    for (const [at, item] of items.entries()) {
      const signal = kept(item)
      const digest = digestOfSignal(signal)
      const earlier = digests.get(item.id)
      if (earlier) verdicts[at] = earlier.equals(digest) ? again(signal) : refused(otherContent({ id: item.id }))
      else if (Date.parse(item.heardAt) > ctx.now.getTime() + AHEAD_MS)
        verdicts[at] = refused(inFuture({ at: item.heardAt }))
      else if (signal.isEmpty) verdicts[at] = refused(nothingLeft())
      else {
        digests.set(item.id, digest)
        good.push({ at, signal })
      }
    }
    const placed = await placeWords(
      ctx,
      good.map(({ signal }) => signal.words),
    )
    const rows = good.map(({ signal }) => rowOf(ctx, signal, placed.get(signal.words)?.id ?? ''))
    await keepSignals(ctx.tx, rows)
    await keepFindings(ctx.tx, [...new Set([...placed.values()].map(({ topicId }) => topicId))], SHOWN_FROM, ctx.now)
    if (good.length > 0) tellDesk(ctx)
    for (const { at, signal } of good)
      verdicts[at] = { ok: true, arrival: 'new', value: { id: signal.id, arrival: 'new', stripped: signal.stripped } }
    return verdicts
  },
  audit: (items, verdicts) => ({ count: verdicts.filter(({ ok }) => ok).length, note: { sent: items.length } }),
})

const digestOfSignal = ({ id, division, source, channel, items, reach, heardAt, words }: Kept): Buffer =>
  digestOf({ id, division, source, channel, items, reach, heardAt, words })
const again = ({ id, stripped }: Kept): Verdict<SignalKept> => ({
  ok: true,
  arrival: 'again',
  value: { id, arrival: 'again', stripped },
})

const rowOf = ({ actor, now }: Ctx, signal: Kept, wordingId: string) => {
  const { id, division, source, channel, items, reach, heardAt, stripped } = signal
  return {
    ...{ county: actor.county, id, division, wording_id: wordingId, source, channel, items, reach, stripped },
    heard_at: new Date(heardAt),
    received_at: now,
    digest: digestOfSignal(signal),
  }
}

/** For whoever writes down what was heard: what will be kept of it. */
export const stripWords = operation({
  name: 'rumours.words.strip',
  summary: {
    zh: '预览去除姓名、号码、账号和链接后的文字',
    en: 'What is kept of a text: without names, numbers, accounts and links',
  },
  kind: 'read',
  apart: true,
  input: StripWords,
  output: StrippedWords,
  allow: (actor) => mayTell(actor, actor.division) || mayWork(actor),
  run: async (_ctx, { words }) => {
    const { text, total } = strip(words)
    return { words: text, stripped: total }
  },
  audit: () => null,
})
