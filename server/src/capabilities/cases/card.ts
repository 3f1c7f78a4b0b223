import type { Notice } from '../exchange/index.ts'
import type { DocumentKind } from '../people/rules.ts'
import { checkIdentityNumber } from '../people/rules.ts'
import { clockInChina, dayInChina } from '../places/rules.clock.ts'
import {
  belongingSaid,
  cardWords,
  classSaid,
  diseaseSaid,
  groupSaid,
  type Language,
  sexSaid,
  turnSaid,
} from './card.words.ts'
import { decisionsOf, type Journal, onsetOf } from './journal.ts'
import { ordered } from './rules.course.ts'
import type { DiseaseProfile } from './rules.ts'

export interface Whole {
  documentKind: DocumentKind | null
  shown: Partial<Record<'name' | 'document' | 'phone' | 'address', string | null>>
}
export interface CardField {
  key: keyof (typeof cardWords)['zh']
  /** Empty where nobody has said; on paper a line to write on. */
  value: string | null
  required: boolean
}

const momentSaid = (at: Date): string => `${dayInChina(at)} ${clockInChina(at).slice(0, 2)}:00`

/** The national card: what is required, what is known of it, and what is not. */
export function cardFields(
  lang: Language,
  { journal, profile, whole }: { journal: Journal; profile: DiseaseProfile; whole: Whole },
): CardField[] {
  const report = journal.entries.findLast(({ kind, standing }) => standing && kind === 'report')
  const last = ordered(decisionsOf(journal)).at(-1)
  const said = report?.body
  const number = whole.shown.document ?? null
  const read = number && whole.documentKind === 'resident-id' ? checkIdentityNumber(number) : null
  const born = read?.ok ? read.value : null
  const field = (key: CardField['key'], value: string | null | undefined, required = false): CardField => ({
    key,
    value: value ?? null,
    required,
  })
  return [
    field('cardNo', said?.cardNo),
    field('turn', report && turnSaid[lang][report.code as 'first' | 'correction']),
    field('name', whole.shown.name, true),
    field('document', number, true),
    field('sex', born && sexSaid[lang][born.sex], true),
    field('birthDate', born?.birthDate, true),
    field('workplace', said?.workplace),
    field('phone', whole.shown.phone),
    field('belongsTo', said?.belongsTo && belongingSaid[lang][said.belongsTo], true),
    field('address', whole.shown.address, true),
    field('populationGroup', said?.populationGroup && groupSaid[lang][said.populationGroup], true),
    field('caseClass', last && classSaid[lang][last.status], true),
    field('onset', onsetOf(journal)?.day ?? (last?.status === 'asymptomatic' ? '—' : null), true),
    field('diagnosedAt', last && momentSaid(last.at), true),
    field('diedOn', said?.diedOn),
    field('disease', diseaseSaid[lang][profile.disease] ?? profile[lang], true),
    field('correctedName', said?.correctedName),
    field('returnedBecause', said?.returnedBecause),
    field('unit', said?.unit),
    field('unitPhone', said?.unitPhone),
    field('doctor', report?.decider),
    field('filledOn', report && dayInChina(report.at)),
    field('remarks', said?.note),
  ]
}

const BLANK = '＿＿＿＿＿＿＿＿'

export function cardNotice(lang: Language, fields: readonly CardField[]): Notice {
  const words = cardWords[lang]
  const missing = fields.filter(({ required, value }) => required && value === null)
  return {
    lang,
    title: lang === 'zh' ? '中华人民共和国传染病报告卡' : 'Report card of an infectious disease',
    number: fields.find(({ key }) => key === 'cardNo')?.value ?? '',
    facts: fields.map(({ key, value, required }) => [`${words[key]}${required ? ' *' : ''}`, value ?? BLANK]),
    points:
      missing.length === 0
        ? []
        : [
            {
              head: lang === 'zh' ? '必填项尚缺,请手工补填' : 'Required and still empty: fill in by hand',
              lines: [missing.map(({ key }) => words[key]).join(lang === 'zh' ? '、' : ', ')],
            },
          ],
    code: null,
    scan: '',
    signed: [lang === 'zh' ? '报告医生(签名):' : 'Reporting doctor (signature):'],
    by: [],
  }
}
