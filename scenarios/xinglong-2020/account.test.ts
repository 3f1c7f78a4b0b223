import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figures } from '../../server/src/capabilities/reporting/catalogue/index.ts'
import { ACCOUNT, NOT_COUNTED } from './account.ts'
import { FiguresFile } from './figures.ts'

const fileNamed = (name: string) => FiguresFile.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')))

test.each(['figures.json', 'another-county.figures.json'])(
  'each number of the account in %s is a figure, or it is said why it is none',
  (name) => {
    const said = fileNamed(name).figures.filter(({ basis }) => basis !== 'scenario')
    expect(said.length).toBeGreaterThan(30)
    expect(said.filter((one) => !(one.name in ACCOUNT) && !(one.name in NOT_COUNTED)).map((one) => one.name)).toEqual(
      [],
    )
    const catalogue = new Map<string, string>(figures.map((figure) => [figure.name, figure.kind]))
    const other = said.filter((one) => {
      const counterpart = ACCOUNT[one.name]
      return counterpart && catalogue.get(counterpart.figure) !== one.kind
    })
    expect(other.map((one) => `${one.name} is ${one.kind}`)).toEqual([])
  },
)
