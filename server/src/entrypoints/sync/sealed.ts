import { z } from 'zod'
import { type Author, carryingOf } from '../../capabilities/access/index.ts'
import { readHead } from '../../kernel/feed.ts'
import { type Ctx, operation, type RouteTable } from '../../kernel/operation.ts'
import { fieldKey, idFrom, openFromField, receiptMark } from '../../kernel/seal.ts'
import { deliver, type Judged, type Letter } from './deliver.ts'
import { keyUnknown, sealBroken, signInAgain } from './problems.ts'
import {
  AskStand,
  Carriage,
  type CarriedVerdict,
  CarrySealed,
  FieldKeyGiven,
  Inside,
  OpenedRecord,
  OpenSealed,
  Stand,
} from './schema.ts'

type Opened = { id: string; is: 'opened'; inside: Inside } | { id: string; is: 'broken' | 'key-unknown' }

async function openOne({ id, sealed }: z.infer<typeof OpenSealed>): Promise<Opened> {
  const opened = await openFromField(Buffer.from(sealed, 'base64'), id)
  if (opened.is !== 'opened') return { id, is: opened.is }
  const inside = Inside.safeParse(parsed(opened.text))
  return inside.success ? { id, is: 'opened', inside: inside.data } : { id, is: 'broken' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function standOf({ tx }: Ctx): Promise<z.infer<typeof Stand>> {
  const { epoch, position } = await readHead(tx)
  return { epoch: idFrom('sync.epoch', epoch), position }
}

/**
 * Anybody may bring what only the server can read: who wrote it stands inside, and it is judged as if its author had sent it,
 * under the rights of the time of writing.
 */
export const carrySealed = operation({
  name: 'sync.sealed.carry',
  summary: { zh: '送达手机密封的记录', en: 'Deliver records that a phone has sealed' },
  kind: 'write',
  anonymous: ({ county }: { county: number }) => county,
  input: CarrySealed,
  output: Carriage,
  async load(ctx, { items, deviceToken, personToken, sentAt, prove }) {
    const opened = await Promise.all(items.map(openOne))
    const tokens = [...new Set(opened.flatMap((one) => (one.is === 'opened' ? [one.inside.token] : [])))]
    const { carrier, authors } = await carryingOf(ctx, { deviceToken, personToken, tokens })
    const addressed = opened.map((one) => address(one, { carrier, authors }))
    const sentAheadMs = sentAt ? Date.parse(sentAt) - ctx.now.getTime() : 0
    return { addressed, sentAheadMs, toProve: prove ? items : null }
  },
  allow: (actor) => actor.kind === 'anonymous',
  run: async (ctx) => ({ ...(await standOf(ctx)), verdicts: [] }),
  async afterwards(kernel, { output, loaded: { addressed, sentAheadMs, toProve }, meta }) {
    const verdicts = await deliver(kernel, addressed, { meta, sentAheadMs })
    return { ...output, verdicts: toProve ? await Promise.all(verdicts.map((one) => proved(one, toProve))) : verdicts }
  },
  audit: ({ input, loaded }) => ({
    division: String(input.county),
    count: input.items.length,
    note: { unread: loaded.addressed.filter((one) => 'problem' in one).length },
  }),
})

/** Line by line what a phone reads out of a verdict, in the order it does. */
const saidBy = (verdict: CarriedVerdict): string =>
  (verdict.ok
    ? [verdict.id, 'ok', verdict.receipt.receivedAt, verdict.receipt.arrival, verdict.receipt.said['fever'] === true]
    : [
        verdict.id,
        'refused',
        verdict.problem.code,
        verdict.problem.resend,
        verdict.problem.text.zh,
        verdict.problem.text.en,
      ]
  ).join('\n')

async function proved(verdict: CarriedVerdict, items: z.infer<typeof CarrySealed>['items']): Promise<CarriedVerdict> {
  const sealed = items.find(({ id }) => id === verdict.id)?.sealed ?? ''
  const mark = await receiptMark(Buffer.from(sealed, 'base64'), verdict.id, saidBy(verdict))
  return mark ? { ...verdict, proof: mark.toString('base64') } : verdict
}

/** A session that this server never had, after a restore: whoever is signed in there now answers for what is their own. */
function address(
  opened: Opened,
  { carrier, authors }: { carrier: Ctx['actor'] | null; authors: Map<string, Author> },
): Letter | Judged {
  if (opened.is !== 'opened') return { id: opened.id, problem: opened.is === 'broken' ? sealBroken() : keyUnknown() }
  const { id, inside } = opened
  const known = authors.get(inside.token)
  if (known && known.actor.accountId === inside.by) return { id, inside, author: known }
  const own = carrier?.accountId === inside.by ? carrier : null
  if (!own) return { id, problem: signInAgain() }
  return { id, inside, author: { actor: own, authorship: () => 'stands' } }
}

/** A refused record back to whoever wrote it, to be put right: the phone itself cannot read it any more. */
export const openSealed = operation({
  name: 'sync.sealed.open',
  summary: { zh: '取回自己密封的记录以便改正', en: 'Read one’s own sealed record again, to correct it' },
  kind: 'read',
  input: OpenSealed,
  output: OpenedRecord,
  async load(_, sent) {
    const opened = await openOne(sent)
    if (opened.is !== 'opened') throw opened.is === 'broken' ? sealBroken() : keyUnknown()
    return opened.inside
  },
  allow: (actor, { by }) => actor.accountId !== null && actor.accountId === by,
  run: async (_, { id }, { operation: name, content }) => ({ id, operation: name, content }),
  audit: ({ input, loaded }) => ({ subject: input.id, note: { operation: loaded.operation.slice(0, 60) } }),
})

/** Where the server stands, for a phone that has nothing to send but still holds copies of what it sent. */
export const readStand = operation({
  name: 'sync.stand.read',
  summary: { zh: '服务器同步位置', en: 'Where the server stands' },
  kind: 'read',
  anonymous: ({ county }: { county: number }) => county,
  input: AskStand,
  output: Stand,
  allow: () => true,
  run: standOf,
  audit: () => null,
})

/** For phones that were enrolled before they were given one, and after a change of keys. Public by its nature. */
export const giveFieldKey = operation({
  name: 'sync.key.give',
  summary: { zh: '手机密封记录用的公钥', en: 'The public key that phones seal to' },
  kind: 'read',
  anonymous: true,
  input: z.strictObject({}),
  output: FieldKeyGiven,
  allow: () => true,
  run: async () => fieldKey(),
  audit: () => null,
})

export const sealedRoutes = {
  'GET /sync/key': giveFieldKey,
  'GET /sync/stand': readStand,
  'POST /sync/sealed': carrySealed,
  'POST /sync/sealed/open': openSealed,
} satisfies RouteTable
