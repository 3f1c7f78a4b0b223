import type { TFunction } from 'i18next'
import { language } from '../../i18n/i18n.ts'
import type { Category, Masked } from './queries.ts'

/** Masked as the server sends it; somebody whose record lies elsewhere is known by an id only. */
export const personName = (t: TFunction, { visible, name }: Masked): string =>
  visible ? (name ?? t('exposures.unnamed')) : t('exposures.beyond')

export const categoryName = (category: Pick<Category, 'zh' | 'en'>): string => category[language()]

export const categoryNameOf = (categories: readonly Category[] | undefined, code: string): string => {
  const found = categories?.find((one) => one.code === code)
  return found ? categoryName(found) : code
}

export interface Nested {
  category: Category
  depth: number
}
/** Each category directly below the one it is a part of. */
export function nested(categories: readonly Category[]): Nested[] {
  const codes = new Set(categories.map(({ code }) => code))
  const below = (within: string | null, depth: number): Nested[] =>
    categories
      .filter((one) => (within === null ? one.within === null || !codes.has(one.within) : one.within === within))
      .flatMap((category) => [{ category, depth }, ...below(category.code, depth + 1)])
  return below(null, 0)
}
