import type { TFunction } from 'i18next'
import { language } from '../../i18n/i18n.ts'
import { categoryNameOf } from './names.ts'
import type { Category, ExposurePlace } from './queries.ts'

interface Words {
  t: TFunction
  categories: readonly Category[] | undefined
  places: readonly ExposurePlace[] | undefined
  placeName(said: string): string
}
type Clause = Category['condition']['any'][number]

/** A condition read aloud: what a clerk can check against the order that asked for it. */
export function conditionText({ any, unless }: Category['condition'], words: Words): string {
  const { t, categories } = words
  const said = any.map((clause) => clauseText(clause, words)).join(t('definitions.or'))
  if (!unless || unless.length === 0) return said
  const others = unless.map((code) => `“${categoryNameOf(categories, code)}”`).join(t('definitions.text.comma'))
  return `${said}${t('definitions.text.comma')}${t('definitions.text.unless', { categories: others })}`
}

export function clauseText(clause: Clause, { t, categories, places, placeName }: Words): string {
  const comma = t('definitions.text.comma')
  if ('travel' in clause) {
    const { into, from = [], via = [], to = [], since, until, days } = clause.travel
    const through = [...new Set([...from, ...via])].map(placeName).join(comma)
    const parts = [
      into && t('definitions.text.into'),
      through && t('definitions.text.through', { places: through }),
      to.length > 0 && t('definitions.text.to', { places: to.map(placeName).join(comma) }),
      since && t('definitions.text.since', { day: since }),
      until && t('definitions.text.until', { day: until }),
      days && t('definitions.text.days', { count: days }),
    ].filter(Boolean)
    return parts.length > 0 ? parts.join(comma) : t('definitions.text.travel')
  }
  if ('contact' in clause) {
    const { with: category, kinds } = clause.contact
    const only = kinds?.map((kind) => t(`exposureWords.kind.${kind}`)).join(comma)
    const said = t('definitions.text.contact', { category: categoryNameOf(categories, category) })
    return only ? `${said}${t('definitions.text.contactKinds', { kinds: only })}` : said
  }
  if ('place' in clause) {
    const place = places?.find(({ key }) => key === clause.place.key)
    return t('definitions.text.place', { place: place ? place[language()] : clause.place.key })
  }
  if ('illness' in clause) {
    const states = clause.illness.states.map((state) => t(`exposureWords.state.${state}`)).join(comma)
    return t('definitions.text.illness', { states })
  }
  return t('definitions.text.member', { category: categoryNameOf(categories, clause.member) })
}
