import { type Ctx, operation } from '../../kernel/operation.ts'
import { printNotices } from '../exchange/index.ts'
import { mayUnmask, unmask } from '../people/index.ts'
import type { SealedField } from '../people/rules.ts'
import { cardFields, cardNotice } from './card.ts'
import { cardWords, type Language } from './card.words.ts'
import { editionFor } from './entries.ts'
import { readJournal } from './journal.ts'
import { mayReadCases } from './policy.course.ts'
import { caseUnknown } from './problems.course.ts'
import { AskCard, PrintedCard, ReportCard } from './schema.card.ts'
import { type FoundCase, findCase } from './sql.course.ts'

/** What a card shows whole of a person, and nothing else. */
const ON_THE_CARD: readonly SealedField[] = ['name', 'document', 'phone', 'address']

const ofCase = async (ctx: Ctx, { caseId }: { caseId: string }) => {
  const found = await findCase(ctx.tx, caseId)
  if (!found) throw caseUnknown({ id: caseId })
  return { found, purpose: ctx.purpose }
}

type Loaded = Awaited<ReturnType<typeof ofCase>>

async function fieldsOf(ctx: Ctx, found: FoundCase, lang: Language) {
  const [profile, journal] = [await editionFor(ctx, found, ctx.now), await readJournal(ctx.tx, found.id)]
  const whole = await unmask(ctx, found.personId, ON_THE_CARD)
  if (!whole) throw caseUnknown({ id: found.id })
  return cardFields(lang, { journal, profile, whole })
}

const shared = {
  kind: 'read',
  personal: true,
  input: AskCard,
  load: ofCase,
  audit: ({ loaded }: { loaded: Loaded }) => ({
    subject: loaded.found.personId,
    division: loaded.found.division,
    note: { case: loaded.found.id },
  }),
} as const

export const readCard = operation({
  ...shared,
  name: 'cases.card.read',
  summary: { zh: '传染病报告卡', en: 'The report card of a case' },
  output: ReportCard,
  allow: (actor, { found, purpose }) =>
    mayReadCases(actor, purpose, found.division) && mayUnmask(actor, purpose, ON_THE_CARD),
  async run(ctx, { language }, { found }) {
    const fields = await fieldsOf(ctx, found, language)
    return { caseId: found.id, fields: fields.map((field) => ({ ...field, name: cardWords[language][field.key] })) }
  },
})

export const printCard = operation({
  ...shared,
  name: 'cases.card.print',
  summary: { zh: '打印传染病报告卡', en: 'Print the report card of a case' },
  output: PrintedCard,
  allow: (actor, { found, purpose }) =>
    mayReadCases(actor, purpose, found.division) && mayUnmask(actor, purpose, ON_THE_CARD),
  async run(ctx, { language }, { found }) {
    const notice = cardNotice(language, await fieldsOf(ctx, found, language))
    const foot =
      language === 'zh' ? '含个人健康信息,仅供传染病报告使用' : 'Health data of a person: for the report only'
    const pdf = printNotices({ paper: 'a4', title: notice.title, foot, notices: [notice] })
    const fileName = `${language === 'zh' ? '报告卡' : 'report-card'}-${found.id.slice(-8)}.pdf`
    return { fileName, type: 'application/pdf', content: pdf.toString('base64') }
  },
})
