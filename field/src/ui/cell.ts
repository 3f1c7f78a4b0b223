import { useEffect, useState } from 'preact/hooks'

/** One value that several screens watch. */
export interface Cell<T> {
  get(): T
  set(change: Partial<T>): void
  watch(listener: (value: T) => void): () => void
}

export function cell<T extends object>(initial: T): Cell<T> {
  let value = initial
  const listeners = new Set<(value: T) => void>()
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change }
      for (const listener of listeners) listener(value)
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useCell<T extends object>(source: Cell<T>): T {
  const [value, setValue] = useState(source.get())
  useEffect(() => {
    setValue(source.get())
    return source.watch(setValue)
  }, [source])
  return value
}
