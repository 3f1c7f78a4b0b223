import type { Category, NewCategory } from './queries.ts'
import { codeIn } from './whereabouts.ts'

export const kinds = ['travel', 'contact', 'place', 'illness'] as const
export const states = ['fever', 'suspected', 'confirmed', 'asymptomatic'] as const

export interface CategoryForm {
  zh: string
  en: string
  code: string
  within?: string
  kind: (typeof kinds)[number]
  from?: string[]
  into?: boolean
  since?: string
  days?: number | null
  contactWith?: string
  placeKey?: string
  states?: (typeof states)[number][]
  unless?: string[]
}

type Clause = NewCategory['condition']['any'][number]

export function toClause(form: CategoryForm): Clause {
  const since = form.since ? { since: form.since } : {}
  switch (form.kind) {
    case 'contact':
      return { contact: { with: form.contactWith ?? '', ...since } }
    case 'place':
      return { place: { key: form.placeKey ?? '', ...since } }
    case 'illness':
      return { illness: { states: form.states ?? [] } }
    default: {
      const places = (form.from ?? []).map(codeIn)
      const through = places.length > 0 ? { from: places, via: places } : {}
      const days = form.days ? { days: form.days } : {}
      return { travel: { ...(form.into ? { into: true as const } : {}), ...through, ...since, ...days } }
    }
  }
}

/** The form holds one clause; a definition with several keeps the others as they are. */
type Box = (where: { code: string }) => string
export function fromCategory({ zh, en, code, within, condition }: Category, box: Box): Partial<CategoryForm> {
  const [clause] = condition.any
  const same = { zh, en, code, within: within ?? undefined, unless: condition.unless }
  if (!clause) return same as Partial<CategoryForm>
  if ('contact' in clause)
    return { ...same, kind: 'contact', contactWith: clause.contact.with, since: clause.contact.since } as CategoryForm
  if ('place' in clause)
    return { ...same, kind: 'place', placeKey: clause.place.key, since: clause.place.since } as CategoryForm
  if ('illness' in clause) return { ...same, kind: 'illness', states: clause.illness.states } as CategoryForm
  if (!('travel' in clause)) return same as Partial<CategoryForm>
  const { into, from, since, days } = clause.travel
  const places = from?.map((said) => box({ code: said }))
  return { ...same, kind: 'travel', into: into === true, from: places, since, days } as CategoryForm
}
