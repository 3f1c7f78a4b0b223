import type { TFunction } from 'i18next'
import { zh } from '../i18n/zh/zh.ts'

const has = <T extends object>(words: T, code: string): code is Extract<keyof T, string> => Object.hasOwn(words, code)

/** Hours as long as they can be felt, days after that. */
export const spanOf = (t: TFunction, hours: number) =>
  hours < 48 ? t('words.span.hours', { count: hours }) : t('words.span.days', { count: Math.floor(hours / 24) })

/** Codes of the server in the county's words; an unknown code of a newer server is shown as it is. */
export const roleName = (t: TFunction, code: string) => (has(zh.words.role, code) ? t(`words.role.${code}`) : code)
export const kindName = (t: TFunction, code: string) => (has(zh.words.kind, code) ? t(`words.kind.${code}`) : code)
export const decisionName = (t: TFunction, code: string) =>
  has(zh.words.decision, code) ? t(`words.decision.${code}`) : code
export const reasonName = (t: TFunction, code: string) =>
  has(zh.words.reason, code) ? t(`words.reason.${code}`) : code
export const symptomName = (t: TFunction, code: string) =>
  has(zh.words.symptom, code) ? t(`words.symptom.${code}`) : code
export const siteName = (t: TFunction, code: string) => (has(zh.words.site, code) ? t(`words.site.${code}`) : code)
export const outcomeName = (t: TFunction, code: string) =>
  has(zh.words.outcome, code) ? t(`words.outcome.${code}`) : code
export const relationName = (t: TFunction, code: string) =>
  has(zh.words.relation, code) ? t(`words.relation.${code}`) : code
export const documentKindName = (t: TFunction, code: string) =>
  has(zh.words.documentKind, code) ? t(`words.documentKind.${code}`) : code
export const homeEndName = (t: TFunction, code: string) =>
  has(zh.words.homeEnd, code) ? t(`words.homeEnd.${code}`) : code
