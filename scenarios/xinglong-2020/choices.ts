import { parseArgs } from 'node:util'
import { type FiguresFile, readFigures, ScenarioError } from './figures.ts'

export interface Choices {
  url: string
  county: string
  figures: FiguresFile
  scale: number
  /** Only the divisions of the county: for somebody who brings their own records. */
  placesOnly: boolean
  token: string | null
  welcome: string | null
}

const usage = (
  command: string,
) => `node scenarios/xinglong-2020/${command}.ts --url URL (--welcome CODE | --token TOKEN)
  [--county CODE] [--figures FILE] [--scale 1] [--places-only]`

function parse(command: string) {
  const options = {
    url: { type: 'string', default: 'http://127.0.0.1:8130' },
    county: { type: 'string' },
    figures: { type: 'string' },
    scale: { type: 'string', default: '1' },
    'places-only': { type: 'boolean', default: false },
    token: { type: 'string' },
    welcome: { type: 'string' },
  } as const
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new ScenarioError(`${(error as Error).message}\n${usage(command)}`)
  }
}

export function readChoices(command: string): Choices {
  const values = parse(command)
  const figures = readFigures(values.figures ?? new URL('./figures.json', import.meta.url))
  const county = values.county ?? figures.county.code
  if (!/^\d{6}$/.test(county)) throw new ScenarioError(`县代码应为六位 / A county code has six digits, not ${county}`)
  // A county of one's own, without figures of one's own, is not Xinglong under another name.
  const placesOnly = values['places-only'] || (values.figures === undefined && county !== figures.county.code)
  return {
    url: values.url,
    county,
    figures,
    scale: Number(values.scale),
    placesOnly,
    token: values.token ?? null,
    welcome: values.welcome ?? null,
  }
}

/** A sentence for what a person can put right, and the whole story for what only we can. */
export function runAsCommand(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(error instanceof ScenarioError ? error.message : error)
    process.exitCode = 1
  })
}
