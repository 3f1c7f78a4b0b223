import type { figureRules } from '@qunfang/client/rules'
import { createContext, useContext } from 'react'
import type { Body } from './queries.ts'

export type Wrong = ReturnType<typeof figureRules.impossibleIn>[number]
export interface Editing {
  body: Body
  /** Undefined takes the field out: then the edition does not say it. */
  put(path: string, value: unknown): void
  wrong: readonly Wrong[]
}

const EditingContext = createContext<Editing | null>(null)
export const EditingProvider = EditingContext.Provider

export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('profiles: a field outside its form')
  return editing
}

type Group = Record<string, unknown>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

export const valueAt = (body: object, path: string): unknown =>
  path.split('.').reduce<unknown>((at, step) => (isGroup(at) ? at[step] : undefined), body)

/** A copy with one field changed; a group whose last field goes, goes with it. */
export function withPath<T extends object>(body: T, path: string, value: unknown): T {
  const [step = '', ...rest] = path.split('.')
  const inner = (body as Group)[step]
  const next = rest.length === 0 ? value : withPath(isGroup(inner) ? inner : {}, rest.join('.'), value)
  const { [step]: _, ...others } = body as Group
  const isGone = next === undefined || (rest.length > 0 && isGroup(next) && Object.keys(next).length === 0)
  return (isGone ? others : { ...(body as Group), [step]: next }) as T
}

/** `1, 4、7` as days; null while it is no list of whole numbers. */
export function daysFrom(typed: string): number[] | null {
  const parts = typed.split(/[\s,,、]+/).filter((part) => part !== '')
  return parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : null
}

export const replaced = <T>(list: readonly T[], nth: number, next: T): T[] =>
  list.map((one, at) => (at === nth ? next : one))
export const without = <T>(list: readonly T[], nth: number): T[] => list.filter((_, at) => at !== nth)
