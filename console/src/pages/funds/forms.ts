import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { fromLocalInput } from '../../ui/format.ts'
import { fenOf } from './money.ts'

/** What a form of money can ask for. */
export type Field =
  | 'title'
  | 'payee'
  | 'level'
  | 'purposeId'
  | 'toPurposeId'
  | 'pot'
  | 'yuan'
  | 'earmarked'
  | 'donorKind'
  | 'donor'
  | 'publicName'
  | 'documentNo'
  | 'authority'
  | 'documentOn'
  | 'why'
  | 'at'

export type Said = Partial<Record<Exclude<Field, 'yuan' | 'earmarked'>, string>> & {
  yuan?: number
  earmarked?: boolean
}
export interface Around {
  division: string
  /** What the form is about: a commitment, a payment, a donation, an entry. */
  id: string
}
export interface MoneyForm {
  fields: readonly Field[]
  optional?: readonly Field[]
  send(said: Said, around: Around): Promise<unknown>
}

const PAPER = ['documentNo', 'authority', 'documentOn'] as const
const LEVELS = ['central', 'province', 'city', 'county', 'township'] as const
const text = (said: string | undefined): string => said ?? ''
const paperOf = ({ documentNo, authority, documentOn }: Said) => ({
  documentNo: text(documentNo),
  authority: text(authority),
  documentOn: text(documentOn),
})
const at = (said: Said): string => fromLocalInput(text(said.at))
const fen = ({ yuan = 0 }: Said): number => fenOf(yuan)
/** A pot is a purpose of a source. */
function potOf({ pot }: Said) {
  const [purposeId = '', sourceId = ''] = text(pot).split(' ')
  return { purposeId, sourceId }
}
function donorOf({ donorKind, donor }: Said) {
  if (donorKind === 'person') return { kind: 'person' as const, id: newId(), name: text(donor), phone: null }
  if (donorKind === 'organisation') return { kind: 'organisation' as const, organisation: text(donor) }
  return { kind: 'anonymous' as const }
}

const decide =
  (decision: 'approved' | 'refused') =>
  (said: Said, { id }: Around) =>
    answer(
      api.POST('/fund-payments/{paymentId}/decision', {
        params: { path: { paymentId: id } },
        body: { id: newId(), decision, why: said.why ?? null, at: at(said) },
      }),
    )
const ofCommitment = (said: Said, { id }: Around) => ({
  params: { path: { commitmentId: id } },
  body: { id: newId(), fen: fen(said), at: at(said), why: text(said.why) },
})

export const forms = {
  purpose: {
    fields: ['title'],
    send: ({ title }, { division }) =>
      answer(api.POST('/fund-purposes', { body: { id: newId(), division, title: text(title) } })),
  },
  source: {
    fields: ['title', 'level', 'purposeId', 'yuan', 'earmarked', ...PAPER, 'at'],
    send: (said, { division }) => {
      const purposeId = text(said.purposeId)
      const level = LEVELS.find((one) => one === said.level) ?? 'county'
      const of = { title: text(said.title), level, earmark: said.earmarked ? purposeId : null, paper: paperOf(said) }
      const body = { id: newId(), division, ...of, shares: [{ purposeId, fen: fen(said) }], at: at(said) }
      return answer(api.POST('/fund-sources', { body }))
    },
  },
  reassign: {
    fields: ['pot', 'toPurposeId', 'yuan', 'why', ...PAPER, 'at'],
    send: (said) => {
      const { purposeId, sourceId } = potOf(said)
      const of = { id: newId(), purposeId, toPurposeId: text(said.toPurposeId), fen: fen(said), why: text(said.why) }
      const body = { ...of, paper: paperOf(said), at: at(said) }
      return answer(api.POST('/fund-sources/{sourceId}/reassignments', { params: { path: { sourceId } }, body }))
    },
  },
  giveBack: {
    fields: ['pot', 'yuan', 'why', ...PAPER, 'at'],
    send: (said) => {
      const { purposeId, sourceId } = potOf(said)
      const of = { id: newId(), purposeId, fen: fen(said), why: text(said.why), paper: paperOf(said), at: at(said) }
      return answer(api.POST('/fund-sources/{sourceId}/returns', { params: { path: { sourceId } }, body: of }))
    },
  },
  rule: {
    fields: ['yuan', ...PAPER, 'at'],
    send: (said, { division }) => {
      const body = { id: newId(), division, aboveFen: fen(said), paper: paperOf(said), at: at(said) }
      return answer(api.POST('/fund-rules', { body }))
    },
  },
  commit: {
    fields: ['title', 'payee', 'pot', 'yuan', ...PAPER, 'at'],
    send: (said) => {
      const of = { ...potOf(said), title: text(said.title), payee: text(said.payee), paper: paperOf(said) }
      return answer(api.POST('/fund-commitments', { body: { id: newId(), ...of, fen: fen(said), at: at(said) } }))
    },
  },
  pay: {
    fields: ['yuan', ...PAPER, 'at'],
    send: (said, { id }) => {
      const body = { id: newId(), fen: fen(said), paper: paperOf(said), at: at(said) }
      const params = { path: { commitmentId: id } }
      return answer(api.POST('/fund-commitments/{commitmentId}/payments', { params, body }))
    },
  },
  release: {
    fields: ['yuan', 'why', 'at'],
    send: (said, around) => answer(api.POST('/fund-commitments/{commitmentId}/releases', ofCommitment(said, around))),
  },
  refund: {
    fields: ['yuan', 'why', 'at'],
    send: (said, around) => answer(api.POST('/fund-commitments/{commitmentId}/refunds', ofCommitment(said, around))),
  },
  approve: { fields: ['at'], send: decide('approved') },
  refuse: { fields: ['why', 'at'], send: decide('refused') },
  donation: {
    fields: ['donorKind', 'donor', 'yuan', 'purposeId', 'earmarked', 'publicName', 'at'],
    optional: ['donor', 'publicName'],
    send: (said, { division }) => {
      const of = {
        purposeId: text(said.purposeId),
        earmarked: said.earmarked ?? false,
        publicName: said.publicName || null,
      }
      const body = { id: newId(), division, donor: donorOf(said), fen: fen(said), ...of, at: at(said) }
      return answer(api.POST('/fund-donations', { body }))
    },
  },
  naming: {
    fields: ['publicName', 'at'],
    optional: ['publicName'],
    send: (said, { id }) => {
      const body = { id: newId(), publicName: said.publicName?.trim() || null, at: at(said) }
      return answer(api.POST('/fund-donations/{donationId}/naming', { params: { path: { donationId: id } }, body }))
    },
  },
  reverse: {
    fields: ['why', 'at'],
    send: (said, { id }) => {
      const body = { id: newId(), at: at(said), why: text(said.why) }
      return answer(api.POST('/fund-entries/{entryId}/reversal', { params: { path: { entryId: id } }, body }))
    },
  },
} as const satisfies Record<string, MoneyForm>
export type FormName = keyof typeof forms
export const LEVEL_CHOICES = LEVELS
