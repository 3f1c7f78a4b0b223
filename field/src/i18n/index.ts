import { useEffect, useState } from 'preact/hooks'
import { en } from './en.ts'
import { type Texts, zh } from './zh.ts'

/**
 * A look-up and `{{name}}` are all the phone needs of a translation library, so it carries none (15 KB). The files keep the
 * usual form, should it ever need one.
 */
export type Lang = 'zh' | 'en'

type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string]
export type TextKey = Path<Texts>
export type Say = (key: TextKey, values?: Record<string, string | number>) => string

const TEXTS: Record<Lang, Texts> = { zh, en }
const KEY = 'qunfang.field.lang'

let current: Lang = read()
const listeners = new Set<() => void>()

function read(): Lang {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export const lang = (): Lang => current

export function setLang(next: Lang): void {
  current = next
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // It holds until the app is closed.
  }
}

export const say: Say = (key, values) => filled(TEXTS[current], key, values)

function filled(texts: object, key: string, values: Record<string, string | number> = {}): string {
  const found = key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], texts)
  return String(found).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

export function useText(): Say {
  const [, redraw] = useState(0)
  useEffect(() => {
    const follow = () => redraw((times) => times + 1)
    listeners.add(follow)
    return () => {
      listeners.delete(follow)
    }
  }, [])
  return say
}

type Widened<T> = { [K in keyof T]: T[K] extends string ? string : Widened<T[K]> }
export type PageSay<T> = (key: Path<T>, values?: Record<string, string | number>) => string

/** The words of a page that comes later come with it: both languages in one place, every key in both. */
export function pageText<const T extends object>(texts: { zh: T; en: Widened<T> }): () => PageSay<T> {
  const sayHere: PageSay<T> = (key, values) => filled(texts[current], key, values)
  return () => {
    useText()
    return sayHere
  }
}

export function sayAge(t: Say, ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return t('status.justNow')
  if (minutes < 60) return t('status.minutes', { count: minutes })
  if (minutes < 48 * 60) return t('status.hours', { count: Math.floor(minutes / 60) })
  return t('status.days', { count: Math.floor(minutes / 1440) })
}
