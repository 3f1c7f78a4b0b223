import type { EnglishAccount } from '../exchange/index.ts'
import { placeInEnglish } from '../places/index.ts'
import { CHINA } from '../places/rules.clock.ts'
import type { Whole } from './reports.ts'
import { fillIn, type State, type Values, valuesOf } from './rules.reports.ts'

const STAMP: Record<State, string | null> = {
  ...{ drafting: 'DRAFT', submitted: 'DRAFT', checked: 'DRAFT', abandoned: 'ABANDONED', sealed: 'NOT ISSUED' },
  issued: null,
}
const day = new Intl.DateTimeFormat('en-GB', { timeZone: CHINA, dateStyle: 'long' })
const hour = new Intl.DateTimeFormat('en-GB', { timeZone: CHINA, timeStyle: 'short' })
const momentIn = (moment: Date): string => `${hour.format(moment)} on ${day.format(moment)}`
const officeIn = (area: string): string => `Office of the Leading Group for Epidemic Control, ${placeInEnglish(area)}`

/** The report in English: the same paragraphs and numbers, and its Chinese title so that nobody takes it for another one. */
export function englishOf(
  report: Whole,
  before: Values | null,
  { area, above }: { area: string; above: string | null },
): EnglishAccount {
  const { asOf, blocks, corrects, counted, knownBy, sealNumber, sha256, state, title } = report
  const values = valuesOf(counted)
  const known = knownBy ? ` Numbers are those of records received by ${momentIn(knownBy)}, China time.` : ''
  const sealed = sha256 ? ` Seal no. ${sealNumber}, SHA-256 ${sha256.toString('hex')}.` : ''
  return {
    office: officeIn(area),
    title: `${corrects ? 'Correction of the situation report' : 'Situation report'} as of ${momentIn(asOf)}`,
    number: sealNumber ? `No. ${sealNumber}` : 'No number yet',
    date: day.format(asOf),
    to: above && officeIn(above),
    opening: `The state of epidemic control in ${placeInEnglish(area)} as of ${momentIn(asOf)}, China time.${known}`,
    sections: blocks.map(({ heading, en }) => ({ heading: heading.en, text: fillIn(en, values, before, 'en') })),
    note: `English version of the report entitled 《${title}》.${sealed}`,
    stamp: STAMP[state],
  }
}
