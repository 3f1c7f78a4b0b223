import { operation } from '../../kernel/operation.ts'
import { type Notice, printNotices } from '../exchange/index.ts'
import { clockInChina, dayInChina, dayOfEnd } from '../places/rules.clock.ts'
import { rightsOnPaper } from '../publicity/index.ts'
import { countyMoment } from '../retention/index.ts'
import { loadSubject } from './facts.ts'
import { classSaid, type Language, noticeWords, titleSaid } from './notice.words.ts'
import { mayInspect } from './policy.ts'
import { notClosed } from './problems.ts'
import { PrintedFile, PrintNotice } from './schema.ts'
import { findOrder, type Order } from './sql.orders.ts'
import { findSubjectAt, type SubjectAt } from './sql.ts'

const languagesOf = (said: Language | 'both'): Language[] => (said === 'both' ? ['zh', 'en'] : [said])

function dayIn(lang: Language, day: string): string {
  if (lang === 'en') return day
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
function momentIn(lang: Language, at: Date): string {
  const clock = clockInChina(at)
  // Midnight belongs to the day that it ends.
  return clock === '00:00' ? `${dayIn(lang, dayOfEnd(at))} 24:00` : `${dayIn(lang, dayInChina(at))} ${clock}`
}

interface Told {
  subject: SubjectAt
  order: Order
  contact: string
  printedAt: Date
  rights: Awaited<ReturnType<typeof rightsOnPaper>>
}
/** What, why, until when, what to do, and how to object; nothing that the order does not say. */
function noticeIn(lang: Language, { subject, order, contact, printedAt, rights }: Told): Notice {
  const words = noticeWords[lang]
  const facts: Notice['facts'] = [
    [words.name, subject.name],
    [words.class, classSaid[lang][subject.class]],
    [words.address, subject.address],
    [words.period, `${momentIn(lang, order.startsAt)} ${words.to} ${momentIn(lang, order.until)}`],
  ]
  return {
    lang,
    title: titleSaid[lang][subject.kind],
    number: order.documentNo,
    facts: facts.filter(([, value]) => value !== ''),
    points: [
      { head: words.why, lines: [order.ground, `${words.basis}${order.basis};${order.documentNo}`] },
      { head: words.until, lines: [words.ends, words.review(dayIn(lang, order.reviewOn))] },
      { head: words.how, lines: [...words.rules] },
      { head: words.object, lines: [order.appeal, ...(rights ? [rights.lineIn(lang)] : [])] },
      { head: words.call, lines: [contact] },
    ],
    code: rights?.address ?? null,
    scan: rights ? words.scan : '',
    signed: [words.served, words.signature],
    by: [order.authority, `${words.decidedBy} ${order.decider}`, dayIn(lang, dayInChina(printedAt))],
  }
}

export const printNotice = operation({
  name: 'closures.notice.print',
  summary: { zh: '打印停业通知书', en: 'Print the notice of closure' },
  kind: 'read',
  input: PrintNotice,
  output: PrintedFile,
  load: loadSubject,
  allow: (actor, subject) => mayInspect(actor, subject),
  async run(ctx, { subjectId, paper, language, contact }) {
    const printedAt = await countyMoment(ctx)
    const subject = await findSubjectAt(ctx.tx, subjectId, printedAt)
    const order = subject?.orderId ? await findOrder(ctx.tx, subject.orderId) : null
    if (!subject || !order) throw notClosed()
    const told = { subject, order, contact, printedAt, rights: await rightsOnPaper(ctx, 'closure') }
    const notices = languagesOf(language).map((lang) => noticeIn(lang, told))
    const title = titleSaid.zh[subject.kind]
    const foot = noticeWords[language === 'en' ? 'en' : 'zh'].foot
    const content = printNotices({ paper, title, foot, notices }).toString('base64')
    return { subjectId, fileName: `${title}-${subject.name}.pdf`, type: 'application/pdf', content }
  },
  audit: () => null,
})
