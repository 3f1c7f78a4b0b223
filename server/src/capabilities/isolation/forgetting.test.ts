import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { forgetNow } from '../retention/retention.factory.ts'
import { anOrder, givenVillage } from './isolation.factory.ts'

const DAY_MS = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

/** Everything of this county in the tables of isolation, as text. */
const kept = ({ inside }: Scenario) =>
  inside(async ({ tx }) => {
    const tables = [
      'opening',
      'span',
      'ending',
      'appeal',
      'appeal_decision',
      'proposal',
      'shortening',
      'review',
      'slip',
    ]
    const texts = []
    for (const table of tables) texts.push(await tx`select t::text as row from ${tx(`isolation.${table}`)} t`)
    return JSON.stringify(texts)
  })

test(
  'thirty days after the response nobody can tell whose an order was, and no figure moves',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const [personId = '', other = ''] = members
    const order = anOrder(village, { personId })
    expect((await desk.post('/isolation/orders', order)).status).toBe(201)
    const appeal = {
      id: newId(),
      recordedAt: ago(0),
      lodgedAt: '2020-02-05T10:00:00+08:00',
      lodger: 'person',
      said: '不服',
    }
    await desk.post(`/isolation/orders/${order.id}/appeals`, appeal)
    const proposal = { id: newId(), division: village, recordedAt: ago(0), personId: other, kind: 'central' }
    const ground = { source: { kind: 'hand' }, ground: 'fever', anchorOn: '2020-02-01' }
    expect((await desk.post('/isolation/proposals', { ...proposal, ...ground })).status).toBe(201)
    const figure = async () =>
      (await desk.get(`/figures/isolated-home?asOf=${encodeURIComponent('2020-02-10T12:00:00+08:00')}`)).body.value
    expect(await figure()).toBe(1)

    await forgetNow(stage)
    expect(await kept(stage), 'while the response lasts').toContain(personId)
    const met = await stage.inside(({ tx }) => tx`select from people.person where id = any (${[personId, other]})`)
    expect(met).toHaveLength(2)

    const closing = { id: newId(), disease: 'covid-19', documentNo: '兴防指9号', documentDate: ago(31).slice(0, 10) }
    const closed = await desk.post('/retention/events/close', { ...closing, at: ago(31), responseEnds: true })
    expect(closed.body.code).toBeUndefined()
    await forgetNow(stage)
    const left = await kept(stage)
    for (const trace of [personId, other, order.decider, '李桂芬', '不服']) expect(left).not.toContain(trace)
    expect(left, 'what is counted stays').toContain(order.documentNo)
    expect(await figure()).toBe(1)
  }),
)
