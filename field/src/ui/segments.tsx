interface Segments<T extends string | number | boolean> {
  /** What is asked, for whoever does not see the row. */
  label: string
  options: readonly T[]
  value: T | null
  words(option: T): string
  onChoose(option: T): void
}

/** One of a few, side by side under the thumb. */
export function Segments<T extends string | number | boolean>({ label, options, value, words, onChoose }: Segments<T>) {
  return (
    <fieldset class="segments" aria-label={label}>
      {options.map((option) => (
        <button key={String(option)} type="button" aria-pressed={value === option} onClick={() => onChoose(option)}>
          {words(option)}
        </button>
      ))}
    </fieldset>
  )
}
