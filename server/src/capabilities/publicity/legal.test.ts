import { expect, test, vi } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { dayOf, givenClosures, on } from '../closures/closures.factory.ts'
import { aStandingOrder, givenVillage } from '../isolation/isolation.factory.ts'
import { aPiece, aText, givenPublicity } from './publicity.factory.ts'

interface Printed {
  notices: Array<{ code: string | null; points: Array<{ lines: string[] }> }>
}
/** What went to the printer. */
const printed = vi.hoisted(() => [] as Printed[])
vi.mock('../exchange/index.ts', async (load) => {
  const real = await load<typeof import('../exchange/index.ts')>()
  return {
    ...real,
    printNotices: (file: Parameters<typeof real.printNotices>[0]) => {
      printed.push(file)
      return real.printNotices(file)
    },
  }
})
const linesOf = (file: Printed | undefined): string =>
  (file?.notices ?? []).flatMap(({ points }) => points.flatMap(({ lines }) => lines)).join('\n')

const both = { duties: ['如实申报行程'], rights: ['不服决定可以申诉'] }
const letter = (measures?: string[]) =>
  aPiece({
    texts: [
      aText({ ...both, title: '五机关联合通告' }),
      aText({ ...both, lang: 'en', title: 'Joint letter of five organs', rights: ['You may appeal'] }),
    ],
    signed: ['县人民法院', '县人民检察院', '县公安局', '县司法局', '县委政法委'],
    ...(measures ? { measures: measures as Array<'isolation'> } : {}),
  })
const boardPage = async ({ server, county }: Scenario, path: string) =>
  (await server.inject({ url: `/board/${county}/${path}` })).body

test(
  'a legal notice is told with each measure that it names: at the desk, on paper that is handed out and on the board',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const { subject, close } = await givenClosures(stage)
    const { published } = await givenPublicity(stage)
    const order = aStandingOrder(village, { personId: members[0] ?? '' })
    await desk.post('/isolation/orders', order)
    const slip = async () => {
      const said = { id: newId(), contact: '包联干部 0314-5050001', language: 'both' }
      await desk.post(`/isolation/orders/${order.id}/slip`, said, { purpose: 'isolation-care' })
      return linesOf(printed.at(-1))
    }
    const told = async (measure: string) => (await desk.get(`/legal-notices/${measure}`)).body
    expect(await told('isolation')).toMatchObject({ items: [] })
    expect(await slip()).not.toContain('/board/')

    const whole = await published(letter(), [], 'legal-notice')
    const closing = await published(letter(['closure']), [], 'legal-notice')
    const address = `/board/${stage.county}/rights.html`
    const ids = async (measure: string) =>
      (await told(measure)).items.map(({ pieceId }: { pieceId: string }) => pieceId).sort()
    expect(await ids('isolation')).toEqual([whole.pieceId])
    expect(await ids('checkpoint')).toEqual([whole.pieceId])
    expect(await ids('directive')).toEqual([whole.pieceId])
    expect(await ids('closure')).toEqual([whole.pieceId, closing.pieceId].sort())
    expect((await desk.get('/legal-notices/anything')).status).toBe(422)
    const shift = await stage.as.role('checkpoint-shift', { division: `${stage.county}100201` })
    expect((await shift.get('/legal-notices/checkpoint')).body.address).toContain(address)

    expect(await slip()).toMatch(
      new RegExp(`《五机关联合通告》:.*${address}[^]*“Joint letter of five organs”, .*${address}`),
    )
    const venue = await subject()
    await close({ startsAt: on(50), endsOn: dayOf(75), reviewOn: dayOf(60) })
    await desk.get(`/closures/subjects/${venue}/notice?contact=0314-5050000`)
    expect(linesOf(printed.at(-1))).toContain(address)
    expect(printed.at(-1)?.notices[0]?.code).toContain(address)

    const page = await boardPage(stage, 'rights.html')
    expect(page).toContain('不服决定可以申诉')
    expect(page).toContain('县人民检察院')
    expect(await boardPage(stage, 'en/rights.html')).toContain('You may appeal')
    for (const path of ['status.html', 'closures.html'])
      expect(await boardPage(stage, path), path).toContain('rights.html')

    const withdraw = { id: newId(), at: '2020-01-29T09:00:00+08:00', why: '另有规定' }
    for (const { pieceId } of [whole, closing])
      await desk.post(`/pieces/${pieceId}/withdrawal`, { ...withdraw, id: newId() })
    expect(await ids('closure')).toEqual([])
  }),
)
