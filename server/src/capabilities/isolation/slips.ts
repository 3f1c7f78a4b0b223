import type { Profile } from '../cases/index.ts'
import type { Notice } from '../exchange/index.ts'
import { clockInChina, dayInChina, dayOfEnd } from '../places/rules.clock.ts'
import { homeConditions, isRelease } from './rules.ts'
import { conditionSaid, endedSaid, groundSaid, type Language, slipWords, titles } from './slips.words.ts'
import type { StoredOrder } from './sql.ts'

/** Who is meant, as it may stand on paper that is handed to them. */
export interface Shown {
  name: string
  document: string
  address: string
}

const dayIn = (lang: Language, day: string): string => {
  if (lang === 'en') return day
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
const momentIn = (lang: Language, at: Date): string => `${dayIn(lang, dayInChina(at))} ${clockInChina(at)}`
/** Midnight belongs to the day that it ends: nobody reads "the 16th, 00:00" as the evening of the 15th. */
const endIn = (lang: Language, at: Date): string =>
  clockInChina(at) === '00:00' ? `${dayIn(lang, dayOfEnd(at))} 24:00` : momentIn(lang, at)

export function feverIn(lang: Language, { body }: Profile): string {
  if (!body.fever) return lang === 'zh' ? '发热' : 'With a fever'
  const { comparison, thresholdC } = body.fever
  const said = `${thresholdC.toFixed(1)} ℃`
  if (lang === 'zh') return comparison === '>' ? `高于${said}` : `达到${said}`
  return comparison === '>' ? `Above ${said}` : `From ${said} on`
}

interface SlipGiven {
  order: StoredOrder
  profile: Profile
  shown: Shown
  contact: string
  code: string
  codeUntil: Date
  printedAt: Date
  /** Where rights and duties are read, in each language. */
  rights: ((lang: Language) => string) | null
}

const factsOf = (lang: Language, { name, document, address }: Shown): Notice['facts'] => {
  const words = slipWords[lang]
  const all: Notice['facts'] = [
    [words.name, name],
    [words.document, document],
    [words.address, address],
  ]
  return all.filter(([, value]) => value !== '')
}

/** What, why, from when to when, whom to call and how to appeal. */
export function slipNotice(
  lang: Language,
  { order, profile, shown, contact, code, codeUntil, printedAt, rights }: SlipGiven,
): Notice {
  const words = slipWords[lang]
  const until = lang === 'zh' ? '至' : 'to'
  const how = order.kind === 'home' ? homeConditions.map((one) => `· ${conditionSaid[lang][one]}`) : words.centralHow
  const checks = profile.body.observation.checksPerDay || 2
  return {
    lang,
    title: titles[lang][order.kind],
    number: order.documentNo,
    facts: [
      ...factsOf(lang, shown),
      [words.period, `${momentIn(lang, order.startsAt)} ${until} ${endIn(lang, order.endsAt)}`],
    ],
    points: [
      {
        head: words.why,
        lines: [
          groundSaid[lang][order.ground as keyof (typeof groundSaid)['zh']],
          words.anchor(dayIn(lang, order.anchorOn)),
        ],
      },
      { head: words.until, lines: [words.ends, words.review(dayIn(lang, order.reviewOn))] },
      { head: words.how, lines: [...how, words.measure(checks, feverIn(lang, profile))] },
      { head: words.call, lines: [contact, words.feel] },
      { head: words.object, lines: [order.appeal, ...(rights ? [rights(lang)] : [])] },
    ],
    code,
    scan: words.scan(dayIn(lang, dayInChina(codeUntil))),
    signed: [words.served, words.signature],
    by: [order.authority, `${words.decidedBy} ${order.decider}`, dayIn(lang, dayInChina(printedAt))],
  }
}

/** Null for an order that did not end in a release. */
export function certificateNotice(lang: Language, order: StoredOrder, shown: Shown): Notice | null {
  const { endedAt, endedWhy, certificateNo } = order
  if (!endedAt || !endedWhy || !isRelease(endedWhy) || certificateNo === null) return null
  const words = slipWords[lang]
  const until = lang === 'zh' ? '至' : 'to'
  const why = endedSaid[lang][endedWhy as keyof (typeof endedSaid)['zh']]
  return {
    lang,
    title: titles[lang].release,
    number: certificateNo,
    facts: [
      ...factsOf(lang, shown),
      [words.kept, `${momentIn(lang, order.startsAt)} ${until} ${endIn(lang, endedAt)}`],
      [words.releasedOn, endIn(lang, endedAt)],
      [words.reason, why],
    ],
    points: [{ head: '', lines: [words.free] }],
    code: null,
    scan: '',
    signed: [words.served, words.signature],
    by: [order.authority, order.documentNo, dayIn(lang, dayInChina(endedAt))],
  }
}
