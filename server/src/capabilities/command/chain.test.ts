import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { after, aStep, givenTasks, giveTo } from './tasks.factory.ts'

interface Cell {
  division: string
  state: string | null
}
const statesOf = (cells: Cell[]) => Object.fromEntries(cells.map(({ division, state }) => [division.slice(6), state]))

test(
  'county, townships and villages stand on one sheet, as of any moment',
  scenario(async (stage) => {
    const { desk, documentId, measureId, tasks, send, number } = await givenTasks(stage)
    const { county } = stage
    const of = (suffix: string) => tasks.get(`${county}${suffix}`) ?? ''
    await send(
      desk,
      aStep(of('100201'), 'done', { note: '已办', recordedAt: after(20) }),
      aStep(of('100202'), 'received', { recordedAt: after(6) }),
      aStep(of('101'), 'read', { recordedAt: after(2) }),
    )
    const chain = async (query: string) =>
      (await desk.get(`/documents/${documentId}/chain?measureId=${measureId}&${query}`)).body
    const first = await chain(`asOf=${after(8)}`)
    expect(first).toMatchObject({
      number,
      measureTitle: '禁止各类聚餐',
      next: null,
      counts: { silent: 3, received: 1, read: 1 },
    })
    expect(statesOf(first.townships)).toEqual({ '100': 'silent', '101': 'read' })
    expect(first.townships.map(({ cells }: { cells: Cell[] }) => statesOf(cells))).toEqual([
      { '100201': 'silent', '100202': 'received' },
      { '101201': 'silent' },
    ])
    const later = await chain(`asOf=${after(60)}`)
    expect(later.townships[0].below).toEqual({ done: 1, late: 1 })
    expect(later.counts).toEqual({ done: 1, late: 2, silent: 2 })

    const page = await chain('limit=1')
    expect([page.townships.length, page.next, page.counts]).toEqual([1, `${county}100`, later.counts])
    expect((await chain(`limit=1&after=${page.next}`)).townships.map(({ division }: Cell) => division)).toEqual([
      `${county}101`,
    ])
    const one = await chain(`area=${county}101&asOf=${after(8)}`)
    expect([one.counts, one.townships.length]).toEqual([{ read: 1, silent: 1 }, 1])

    await giveTo(desk, { documentId, targets: { to: 'communities' } })
    const whole = (await desk.get(`/documents/${documentId}/chain?asOf=${after(8)}`)).body
    expect(statesOf(whole.townships[0].cells)).toEqual({ '100001': 'silent', '100201': 'silent', '100202': 'received' })
  }),
)

test(
  'a township sees its own part, and nothing where its neighbours stand',
  scenario(async (stage) => {
    const { documentId } = await givenTasks(stage)
    const { county } = stage
    const officer = await stage.as.role('township-officer', { division: `${county}100` })
    const { body } = await officer.get(`/documents/${documentId}/chain`)
    expect(body.counts).toEqual({ silent: 3 })
    expect(body.townships.map(({ division }: Cell) => division)).toEqual([`${county}100`])
    const elsewhere = await officer.get(`/documents/${documentId}/chain?area=${county}101`)
    expect(elsewhere.body.code).toBe('kernel.not-allowed')
    const cadre = await stage.as.role('village-cadre', { division: `${county}100201` })
    const own = (await cadre.get(`/documents/${documentId}/chain`)).body
    expect([own.counts, own.townships[0].cells.length]).toEqual([{ silent: 1 }, 1])
  }),
)
