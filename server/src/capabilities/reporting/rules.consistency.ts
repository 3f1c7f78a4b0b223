import type { Figure } from './catalogue/figure.ts'
import { figures } from './catalogue/index.ts'
import { isKnownFigure, tokensIn, type Values } from './rules.reports.ts'

export const RULES = [
  'missing',
  'subset',
  'parts',
  'fell',
  'arithmetic',
  'known-now',
  'unknown-figure',
  'typed-number',
] as const
export interface Remark {
  rule: (typeof RULES)[number]
  /** An error keeps a report from being sealed; what is to be explained is sealed with its explanation. */
  weight: 'error' | 'explain' | 'notice'
  /** The figure it is about, or the text it stands in. */
  at: string
  zh: string
  en: string
}

interface Equation {
  plus: readonly string[]
  equals: readonly string[]
  less?: readonly string[]
}
/** Stocks are what came in less what went out, and a whole is all of its parts. */
export const EQUATIONS: readonly Equation[] = [
  { plus: ['isolated-home', 'isolated-central'], equals: ['isolation-ordered'], less: ['isolation-released'] },
  {
    plus: ['funds-available', 'funds-committed', 'funds-paid'],
    equals: ['funds-appropriated', 'funds-donated'],
  },
]

const named = new Map<string, Figure>(figures.map((figure) => [figure.name, figure]))
const zhOf = (name: string): string => named.get(name)?.zh ?? name
const enOf = (name: string): string => named.get(name)?.en ?? name
const listed = (names: readonly string[], sign: string, say: (name: string) => string) =>
  names.map(say).join(` ${sign} `)

export interface Text {
  zh: string
  en: string
}

/** What does not fit in a report: within itself, against the report before it, and in its words. */
export const checkReport = (values: Values, before: Values | null, blocks: readonly Text[]): Remark[] => [
  ...figures.flatMap((figure) => [
    ...missing(figure, values),
    ...knownNow(figure, values),
    ...subset(figure, values),
    ...sumOfParts(figure, values),
  ]),
  ...figures.flatMap((figure) => (before ? fell(figure, values, before) : [])),
  ...EQUATIONS.flatMap((equation) => arithmetic(equation, values)),
  ...blocks.flatMap(({ zh, en }) => [...wordsOf(zh), ...wordsOf(en)]),
]

function missing({ name, zh, en }: Figure, values: Values): Remark[] {
  if (values.get(name)?.value !== null) return []
  const why = { zh: `“${zh}”没有上报，不是零。`, en: `"${en}" has not been reported, which is not zero.` }
  return [{ rule: 'missing', weight: 'notice', at: name, ...why }]
}

function knownNow({ name, zh, en }: Figure, values: Values): Remark[] {
  if (!values.get(name)?.knownNow) return []
  const why = {
    zh: `“${zh}”没有保存以前所知的数，是按计数时所知统计的。`,
    en: `What was known of "${en}" earlier is not kept; it is counted as known when it was counted.`,
  }
  return [{ rule: 'known-now', weight: 'notice', at: name, ...why }]
}

/** A part of something is never more than the whole, here and in each township. */
function subset({ name, zh, en, subsetOf }: Figure, values: Values): Remark[] {
  const [part, whole] = [values.get(name), values.get(subsetOf ?? '')]
  if (!subsetOf || !part || !whole) return []
  const places = [...new Set(Object.keys(part.parts))].map(
    (code) => [code, part.parts[code], whole.parts[code] ?? 0] as const,
  )
  return [['', part.value, whole.value] as const, ...places].flatMap(([place, less, more]) => {
    if (less === null || less === undefined || more === null || less <= more) return []
    const why = {
      zh: `${place}“${zh}”${less}，多于它所属的“${zhOf(subsetOf)}”${more}。`,
      en: `${place} "${en}" is ${less}, more than ${more} of "${enOf(subsetOf)}" which it is a part of.`,
    }
    return [{ rule: 'subset' as const, weight: 'error' as const, at: name, ...why }]
  })
}

function sumOfParts({ name, zh, en, needs }: Figure, values: Values): Remark[] {
  const { value = null, parts = {} } = values.get(name) ?? {}
  const numbers = Object.values(parts)
  if (needs || value === null || numbers.length === 0) return []
  const sum = numbers.reduce<number>((total, one) => total + (one ?? 0), 0)
  if (sum === value) return []
  const why = {
    zh: `“${zh}”分区域之和${sum}，总数${value}。`,
    en: `The parts of "${en}" add up to ${sum}, the whole is ${value}.`,
  }
  return [{ rule: 'parts', weight: 'error', at: name, ...why }]
}

function fell({ name, kind, zh, en }: Figure, values: Values, before: Values): Remark[] {
  const [now, then] = [values.get(name)?.value ?? null, before.get(name)?.value ?? null]
  if (kind !== 'cumulative' || now === null || then === null || now >= then) return []
  const why = {
    zh: `“${zh}”是累计数，比上一期的${then}少，现为${now}。请说明更正原因。`,
    en: `"${en}" is cumulative and was ${then} in the report before; now it is ${now}. Say what was corrected.`,
  }
  return [{ rule: 'fell', weight: 'explain', at: name, ...why }]
}

function arithmetic({ plus, equals, less = [] }: Equation, values: Values): Remark[] {
  const sum = (names: readonly string[]) =>
    names.reduce<number | null>((total, name) => {
      const value = values.get(name)?.value ?? null
      return total === null || value === null ? null : total + value
    }, 0)
  const [left, more, taken] = [sum(plus), sum(equals), sum(less)]
  if (left === null || more === null || taken === null || left === more - taken) return []
  const spell = (say: (name: string) => string) => {
    const right = [listed(equals, '+', say), ...less.map(say)].join(' − ')
    return `${listed(plus, '+', say)} = ${left} ≠ ${more - taken} = ${right}`
  }
  return [{ rule: 'arithmetic', weight: 'error', at: plus[0] ?? '', zh: spell(zhOf), en: spell(enOf) }]
}

/** A number that is typed cannot be proved; days, hours and numbers of documents are no figures. */
function wordsOf(text: string): Remark[] {
  const unknown = tokensIn(text).filter(({ figure }) => !isKnownFigure(figure))
  const bare = text
    .replace(/\{[^}]*\}/g, '')
    .replace(/\d+(?=[年月日时分号期条级]|:\d)|[〔第:]\d+|\b(?:19|20)\d\d\b/g, '')
  const typed = bare.match(/(?<![A-Za-z\d])\d[\d,.]*/g) ?? []
  return [
    ...unknown.map(({ said }) => ({
      ...{ rule: 'unknown-figure' as const, weight: 'error' as const, at: said },
      ...{ zh: `没有名为${said}的指标。`, en: `There is no figure called ${said}.` },
    })),
    ...typed.map((said) => ({
      ...{ rule: 'typed-number' as const, weight: 'notice' as const, at: said },
      ...{ zh: `“${said}”是手写的数字，无法核对。`, en: `"${said}" is typed and cannot be proved.` },
    })),
  ]
}
