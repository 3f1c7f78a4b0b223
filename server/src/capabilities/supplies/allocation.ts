import highs, { type Highs } from 'highs'
import type { Solve } from './rules.allocation.ts'

// Its types are those of a CommonJS module, where the default is a property; imported, it is the loader itself.
const loadHighs = highs as unknown as typeof highs.default
let solver: Promise<Highs> | null = null
const SECONDS = 5

/** The solver is opened by the first proposal; one that broke down is opened anew by the next. */
export const solve: Solve = async (program) => {
  solver ??= loadHighs()
  try {
    const { Status, Columns } = (await solver).solve(program, { time_limit: SECONDS, output_flag: false })
    if (Status !== 'Optimal') throw new Error(`allocation: the solver says ${Status}`)
    return new Map(Object.entries(Columns).map(([name, column]) => [name, 'Primal' in column ? column.Primal : 0]))
  } catch (error) {
    solver = null
    throw error
  }
}
