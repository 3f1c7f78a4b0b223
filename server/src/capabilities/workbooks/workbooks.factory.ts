import type { Client, Scenario } from '../../../test/scenario/scenario.ts'
import { worksOff } from '../../../test/scenario/work.ts'
import { writeWorkbook } from '../exchange/index.ts'
import { anIdNumber } from '../people/people.factory.ts'
import { workbooksJobs } from './jobs.ts'
import { type SheetKey, sheetSpecs } from './rules.sheets.ts'

type Line = Record<string, string>
export type Lines = Partial<Record<SheetKey, readonly Line[]>>

/** A filled-in template: only the columns that some line says, in the order of the template. */
export function aWorkbook(lines: Lines): Promise<Buffer> {
  return writeWorkbook(
    Object.entries(lines).map(([key, own]) => {
      const { zh, columns } = sheetSpecs[key as SheetKey]
      const used = columns.filter((column) => column.required || own.some((line) => line[column.key] !== undefined))
      return {
        name: zh,
        rows: [used.map((column) => column.zh), ...own.map((line) => used.map((column) => line[column.key] ?? ''))],
      }
    }),
  )
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const given = '永丰秀兰建国玉梅志强桂英德福春花海涛淑珍国庆金凤树林小满'
/** Nobody shares a name with many others: people of one name and one birthday are compared with each other. */
const nameOf = (nth: number): string =>
  `${surnames[nth % surnames.length]}${given[Math.floor(nth / surnames.length) % given.length]}${given[(nth * 7) % given.length]}`

/** So many households of three in a village, numbered from 1, everybody with a card. */
export function manyHouseholds(village: string, count: number): Required<Pick<Lines, 'households' | 'people'>> {
  const numbers = Array.from({ length: count }, (_, at) => String(at + 1).padStart(4, '0'))
  return {
    households: numbers.map((number, at) => ({
      division: village,
      number,
      block: `第${Math.floor(at / 30) + 1}组`,
      walkOrder: String(at + 1),
      door: `${at + 1}号`,
      since: '2020-01-01',
    })),
    people: numbers.flatMap((number, at) =>
      ['户主', '配偶', '子女'].map((relation, nth) => ({
        division: village,
        number,
        relation,
        name: nameOf(at * 3 + nth),
        document: anIdNumber(),
        phone: '',
      })),
    ),
  }
}

export const base64 = (bytes: Buffer): string => bytes.toString('base64')

/** What is queued is done, without waiting for a worker. */
export const workOff = (stage: Scenario): Promise<number> => worksOff(stage, 'workbooks.')

export async function sent(stage: Scenario, client: Client, id: string, bytes: Buffer) {
  const reply = await client.post('/exchange/workbooks', { id, file: base64(bytes) })
  await workOff(stage)
  return reply
}

/** What the clockwork destroys at that moment in this county; the workers would do it in every other one too. */
export const destroyDue = ({ inside }: Scenario, at: Date): Promise<unknown> =>
  inside((ctx) => Promise.resolve(workbooksJobs['workbooks.destroy-expired']?.run({ ...ctx, now: at }, {})))
