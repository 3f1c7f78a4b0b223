import type { TFunction } from 'i18next'
import { zh } from '../../i18n/zh/zh.ts'
import type { Tone } from '../../ui/tag.tsx'
import { roleName } from '../../ui/words.ts'
import type { FieldCard } from './queries.ts'

const { tables, fields, diseases } = zh.retention
const has = <T extends object>(words: T, code: string): code is Extract<keyof T, string> => Object.hasOwn(words, code)

/** A table or column of a newer server is shown by its own name. */
export function tableName(t: TFunction, relation: string): string {
  const code = relation.replace('.', '-')
  return has(tables, code) ? t(`retention.tables.${code}`) : relation
}
export const fieldName = (t: TFunction, field: string): string =>
  has(fields, field) ? t(`retention.fields.${field}`) : field
export const diseaseName = (t: TFunction, code: string): string =>
  has(diseases, code) ? t(`retention.diseases.${code}`) : code

export function termName(t: TFunction, term: FieldCard['term']): string {
  switch (term.kind) {
    case 'event':
      return t('retention.term.event')
    case 'until-replaced':
      return t('retention.term.untilReplaced')
    case 'with':
      return t('retention.term.with', { owner: t(`retention.owners.${term.owner}`) })
    default: {
      const span = t(`retention.term.${term.kind}`, { count: term.count })
      return term.after ? t('retention.term.after', { end: t(`retention.ends.${term.after}`), span }) : span
    }
  }
}

/** Roles by their names; what the card says beside them stays as it is. */
export const readersName = (t: TFunction, readers: string): string =>
  readers
    .split(', ')
    .map((one) => (has(zh.retention.readers, one) ? t(`retention.readers.${one}`) : roleName(t, one)))
    .join(t('retention.comma'))

/** Laws by their names in the county's language, with the articles as they are. */
export function basisName(t: TFunction, basis: string): string {
  const parts = basis.replace('art. 21', 'art').split(/, (?!\d)/)
  return parts
    .map((one) => {
      const articles = /^PIPL ([\d, ()]+)/.exec(one)?.[1]?.trim()
      if (articles) return t('retention.pipl', { articles })
      return has(zh.retention.bases, one) ? t(`retention.bases.${one}`) : one
    })
    .join(t('retention.comma'))
}

/** What is nearest to a person first, the county's own housekeeping last. */
const NEARNESS = [
  'health',
  'whereabouts',
  'sensitive',
  'personal',
  'free-text',
  'pseudonym',
  'staff',
  'secret',
  'internal',
  'plain',
]
export const byNearness = (one: FieldCard, other: FieldCard): number =>
  NEARNESS.indexOf(one.class) - NEARNESS.indexOf(other.class)

export function toneOf(kept: FieldCard['class']): Tone {
  if (kept === 'sensitive' || kept === 'health' || kept === 'whereabouts') return 'alarm'
  if (kept === 'personal' || kept === 'free-text' || kept === 'secret') return 'caution'
  return 'plain'
}
