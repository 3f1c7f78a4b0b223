import { inflateSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { anOrder, aStandingOrder, givenVillage } from './isolation.factory.ts'
import { standingFor } from './slips.factory.ts'
import { certificateNotice, slipNotice } from './slips.ts'

/** What went to the printer: a code on paper is read off nowhere else. */
const printed = vi.hoisted(() => [] as Array<{ notices: Array<{ code: string | null }> }>)
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

const care = { purpose: 'isolation-care' } as const
const contact = '包联干部 王建国 0314-5050001'
const now = () => new Date().toISOString()

/** What stands in the streams of a PDF, unpacked. */
function inside(pdf: Buffer): string {
  const parts = pdf.toString('latin1').split('stream\n')
  return parts
    .map((part) => {
      try {
        return inflateSync(Buffer.from(part, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('\n')
}

test(
  'the notice is a PDF with its fonts in it, on the paper that was asked for, a page for each language',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const order = aStandingOrder(village, { personId: members[0] ?? '' })
    await desk.post('/isolation/orders', order)
    const print = async (given: object) => {
      const { body } = await desk.post(`/isolation/orders/${order.id}/slip`, { id: newId(), contact, ...given }, care)
      expect(body.type).toBe('application/pdf')
      return Buffer.from(body.content, 'base64')
    }
    const small = await print({})
    expect(small.subarray(0, 5).toString()).toBe('%PDF-')
    const large = await print({ paper: 'a4', language: 'both' })
    const both = inside(large) + large.toString('latin1')
    const said = inside(small) + small.toString('latin1')
    expect(said).toMatch(/MediaBox \[0 0 (419|420)/)
    expect(both).toMatch(/MediaBox \[0 0 (595|596)/)
    expect(both.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(said.match(/\/Type \/Page\b/g)?.length ?? 9)
    expect(said).toContain('NotoSansHans')
    // Nothing points out of the file.
    expect(said).not.toContain('/URI')
    const looks = await stage.inside(
      ({ tx }) => tx`select fields from people.look where county = (select kernel.app_county())`,
    )
    expect(JSON.stringify(looks)).toContain('address')
  }),
)

test('the notice says what, why, from when to when, whom to call and how to appeal, in both languages', () => {
  const given = standingFor()
  for (const lang of ['zh', 'en'] as const) {
    const { points, facts, number, by, title } = slipNotice(lang, given)
    const said = JSON.stringify([points, facts, number, by, title])
    expect(said).toContain(given.order.documentNo)
    expect(said).toContain(given.order.decider)
    expect(said).toContain(given.order.authority)
    expect(said).toContain(given.order.appeal)
    expect(said).toContain(given.contact)
    expect(said).toContain('24:00')
    expect(said).toContain('37.3')
  }
  expect(JSON.stringify(slipNotice('zh', given))).toContain('2020年2月3日 10:00 至 2020年2月15日 24:00')
  expect(slipNotice('zh', given).points.map(({ lines }) => lines.length)).not.toContain(0)
  expect(certificateNotice('zh', given.order, given.shown), 'nobody who is kept has one').toBeNull()
})

test(
  'a code on the notice tells the person where the order stands, and nobody who they are',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const order = aStandingOrder(village, { personId: members[0] ?? '' })
    await desk.post('/isolation/orders', order)
    await desk.post(`/isolation/orders/${order.id}/slip`, { id: newId(), contact }, care)
    const [, code = ''] = printed.at(-1)?.notices[0]?.code?.split('/isolation-status#code=') ?? []
    const anybody = stage.as.nobody()
    const { body, status } = await anybody.post('/isolation/status', { code })
    expect(status).toBe(201)
    expect(body).toEqual({
      kind: 'home',
      state: 'standing',
      startsAt: order.startsAt,
      endsAt: body.endsAt,
      endsOn: order.endsOn,
      reviewOn: order.reviewOn,
      documentNo: order.documentNo,
      authority: order.authority,
      appeal: order.appeal,
      contact,
      endedWhy: null,
      certificateNo: null,
    })
    const wrong = `${code.slice(0, -3)}xxx`
    expect((await anybody.post('/isolation/status', { code: wrong })).body.code).toBe('isolation.status-refused')
    const kept = await stage.inside(({ tx }) => tx.unsafe('select * from isolation.slip'))
    expect(JSON.stringify(kept)).not.toContain(code.slice(7))
    await desk.post(`/isolation/orders/${order.id}/end`, {
      id: newId(),
      recordedAt: now(),
      endedAt: now(),
      why: 'released',
    })
    const after = await anybody.post('/isolation/status', { code })
    expect(after.body).toMatchObject({ state: 'ended', endedWhy: 'released' })
    expect(after.body.certificateNo).toMatch(/^解除/)
  }),
)

test(
  'whoever is released is given a certificate, and nobody before',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const order = aStandingOrder(village, { personId: members[0] ?? '' })
    await desk.post('/isolation/orders', order)
    const path = `/isolation/orders/${order.id}/certificate`
    expect((await desk.get(path, care)).body.code).toBe('isolation.not-released')
    await desk.post(`/isolation/orders/${order.id}/end`, {
      id: newId(),
      recordedAt: now(),
      endedAt: now(),
      why: 'released',
    })
    const { body } = await desk.get(path, care)
    expect(Buffer.from(body.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const late = await desk.post(`/isolation/orders/${order.id}/slip`, { id: newId(), contact }, care)
    expect(late.body.code).toBe('isolation.not-standing')
    const over = anOrder(village, { personId: members[1] ?? '' })
    await desk.post('/isolation/orders', over)
    const end = { id: newId(), recordedAt: now(), endedAt: '2020-02-08T10:00:00+08:00', why: 'to-hospital' }
    await desk.post(`/isolation/orders/${over.id}/end`, end)
    expect((await desk.get(`/isolation/orders/${over.id}/certificate`, care)).body.code).toBe('isolation.not-released')
  }),
)
