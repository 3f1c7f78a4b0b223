import { operation } from '../../kernel/operation.ts'
import { type Chart, type Contacts, printChart, printContacts } from '../exchange/index.ts'
import { organisationAt } from './operations.organisation.ts'
import { organisationWords } from './organisation.words.ts'
import { mayReadIssued } from './policy.documents.ts'
import { BODY_KINDS, minuteInChina } from './rules.organisation.ts'
import { File } from './schema.files.ts'
import { type Organisation, PrintOrganisation } from './schema.organisation.ts'
import { seatsOf } from './seats.ts'
import { type Duty, listDutiesAt } from './sql.organisation.ts'

const TYPE = { pdf: 'application/pdf', svg: 'image/svg+xml' }
type Words = (typeof organisationWords)['zh']
type Lang = 'zh' | 'en'

function chartOf({ asOf, bodies }: Organisation, lang: Lang): Chart {
  const words = organisationWords[lang]
  const known = new Set(bodies.map(({ id }) => id))
  // What answers to somebody who was dissolved is drawn at the top.
  const parentOf = (parent: string | null) => (parent !== null && known.has(parent) ? parent : null)
  return {
    lang,
    title: words.chart,
    foot: words.asOf(minuteInChina(asOf)),
    kinds: BODY_KINDS.map((kind) => [words.kind[kind], kind]),
    bodies: bodies.map(({ id, parentId, kind, title, mandate, telephone, members }) => ({
      ...{ id, kind, title, mandate, telephone, parent: parentOf(parentId) },
      leads: kind === 'leading-group',
      members: members.map((one) => `${words.role[one.role]} ${one.title} ${one.holderName ?? words.vacant}`),
    })),
  }
}

function contactsOf({ asOf, bodies }: Organisation, duty: string[][], lang: Lang): Contacts {
  const words = organisationWords[lang]
  return {
    ...{ lang, title: words.contacts, foot: words.asOf(minuteInChina(asOf)), heads: words.heads },
    rows: bodies.flatMap(({ title, telephone, members }) =>
      members.length === 0
        ? [[title, '', '', '', telephone ?? '']]
        : members.map((one, nth) => {
            const name = one.holderName ?? words.vacant
            return [nth === 0 ? title : '', words.role[one.role], one.title, name, nth === 0 ? (telephone ?? '') : '']
          }),
    ),
    dutyTitle: words.duty,
    duty,
  }
}

type Seats = Awaited<ReturnType<typeof seatsOf>>
/** Who is on duty at this moment, and until when. */
const dutyRows = (duties: readonly Duty[], { bodies }: Organisation, seats: Seats, { vacant }: Words): string[][] =>
  duties.map(({ bodyId, postId, telephone, endsAt }) => [
    bodies.find(({ id }) => id === bodyId)?.title ?? '',
    `→ ${minuteInChina(endsAt.toISOString())}`,
    seats.get(postId)?.title ?? '—',
    seats.get(postId)?.holderName ?? vacant,
    telephone ?? '',
  ])

export const printOrganisation = operation({
  name: 'command.organisation.print',
  summary: { zh: '打印组织架构图或联系表', en: 'The chart of the organisation, or whom to call, on paper' },
  kind: 'read',
  input: PrintOrganisation,
  output: File,
  allow: (actor) => mayReadIssued(actor),
  async run(ctx, { what, format, language, asOf }) {
    const organisation = await organisationAt(ctx, asOf)
    const words = organisationWords[language]
    const fileName = `${words[what]}.${format}`
    if (what === 'chart') {
      const content = printChart(chartOf(organisation, language), format).toString('base64')
      return { fileName, type: TYPE[format], content }
    }
    const moment = new Date(organisation.asOf)
    const bodyIds = organisation.bodies.map(({ id }) => id)
    const duties = await listDutiesAt(ctx.tx, bodyIds, moment)
    const posts = duties.map(({ postId }) => postId)
    const seats = await seatsOf(ctx, posts, ctx.actor.division, moment)
    const contacts = contactsOf(organisation, dutyRows(duties, organisation, seats, words), language)
    return { fileName, type: TYPE[format], content: printContacts(contacts, format).toString('base64') }
  },
  audit: () => null,
})
