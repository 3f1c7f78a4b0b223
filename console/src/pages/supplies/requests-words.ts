import type { Problem } from '@qunfang/client'
import { Refusal } from '../../api.ts'
import { number } from '../../ui/format.ts'

/** Weights and volumes are kept in grams and millilitres and read in what a store says. */
const LARGER = {
  gram: [
    [1_000_000, 't'],
    [1_000, 'kg'],
    [1, 'g'],
  ],
  millilitre: [
    [1_000, 'L'],
    [1, 'mL'],
  ],
} as const

const round = (value: number): number => Math.round(value * 100) / 100

/** `14.6 t`, `23,000 只`: how much, in the unit it is said in. */
export function quantityWords(value: number, unit: string, unitName: (unit: 'piece') => string): string {
  if (unit !== 'gram' && unit !== 'millilitre') return `${number(round(value))} ${unitName(unit as 'piece')}`
  const steps: ReadonlyArray<readonly [number, string]> = LARGER[unit]
  const [size, name] = steps.find(([least]) => Math.abs(value) >= least) ?? [1, steps.at(-1)?.[1] ?? '']
  return `${number(round(value / size))} ${name}`
}

type Verdict = { ok: true } | { ok: false; problem: Problem }
/** What is refused of a batch is shown like any refusal. */
export function allKept(verdicts: readonly Verdict[]): void {
  for (const verdict of verdicts)
    if (!verdict.ok) throw new Refusal(verdict.problem, verdict.problem.status ?? 409, null)
}
