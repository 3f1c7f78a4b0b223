import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { givenFunds } from '../../capabilities/funds/funds.factory.ts'
import { faultsOfCap } from '../../capabilities/publicity/cap.checking.ts'
import { anAlert, aPiece, aText, givenPublicity } from '../../capabilities/publicity/publicity.factory.ts'
import { givenStock, some } from '../../capabilities/supplies/supplies.factory.ts'

const open = (stage: Scenario, path: string, headers: Record<string, string> = {}) =>
  stage.server.inject({ method: 'GET', url: `/board/${stage.county}/${path}`, headers })
const PAGES = [
  '',
  'answers.html',
  'closures.html',
  'shops.html',
  'figures.html',
  'status.html',
  'rights.html',
  'donations.html',
]

async function givenBoard(stage: Scenario) {
  const given = await givenPublicity(stage)
  const channels = [await given.channel('board'), await given.channel('rss'), await given.channel('cap')]
  const english = aText({ lang: 'en', title: 'Wear a mask', blocks: [{ kind: 'paragraph', text: 'Stay at home.' }] })
  const notice = await given.published(aPiece({ texts: [aText(), english], alert: anAlert() }), channels, 'notice')
  const answer = await given.published(
    aPiece({ texts: [aText({ title: '<img src=x onerror=alert(1)>喝酒能防病毒吗？' })] }),
    channels.slice(0, 1),
    'answer',
  )
  return { ...given, notice, answer }
}

test(
  'the board is whole in itself: small, without script, cookie or anybody else, in both languages',
  scenario(async (stage) => {
    const { notice, answer } = await givenBoard(stage)
    const pages = [...PAGES, `pieces/${notice.pieceId}.html`, `pieces/${answer.pieceId}.html`]
    for (const path of [...pages, ...pages.map((one) => `en/${one}`)]) {
      const { statusCode, body, headers, rawPayload } = await open(stage, path)
      expect(statusCode, path).toBe(200)
      expect(rawPayload.length, path).toBeLessThan(50 * 1024)
      expect(headers['set-cookie'], path).toBeUndefined()
      expect(headers['content-security-policy'], path).toContain("default-src 'none'")
      expect(body, path).not.toMatch(/<script|<img|javascript:|\son\w+=(?![^<]*&gt;)/i)
      expect(body.match(/(?:href|src|action)="[^"]*:\/\//g), path).toBeNull()
      expect(body, path).toMatch(path.startsWith('en/') ? /<html lang="en">/ : /<html lang="zh-CN">/)
      expect(body.match(/<h1/g), path).toHaveLength(1)
      // Every link leads to a page that is there.
      for (const [, link = ''] of body.matchAll(/href="([^"#]+)"/g)) {
        const to = new URL(link, `http://here/board/${stage.county}/${path}`).pathname.split('/').slice(3).join('/')
        expect((await open(stage, to)).statusCode, `${path} → ${link}`).toBe(200)
      }
    }
    const first = (await open(stage, '')).body
    expect(first).toContain('出门戴口罩')
    expect(first).not.toContain('喝酒')
    expect((await open(stage, 'answers.html')).body).toContain('&lt;img src=x')
    expect((await open(stage, `en/pieces/${notice.pieceId}.html`)).body).toContain('Stay at home.')
    expect((await open(stage, `en/pieces/${answer.pieceId}.html`)).body).toContain('available in Chinese only')
    expect((await open(stage, 'pieces/none.html')).statusCode).toBe(404)
    expect((await stage.server.inject({ url: '/board/999999/' })).statusCode).toBe(404)
  }),
)

test(
  'the public account stands on the board: what was given, by receipt, with a name only where the donor agreed',
  scenario(async (stage) => {
    const { desk, depot, goods } = await givenStock(stage, 0)
    const { purpose, division } = await givenFunds(stage)
    const gift = { at: '2020-02-03T10:00:00+08:00', donor: { kind: 'organisation', organisation: '试验商会' } }
    const money = { ...gift, division, fen: 12_345_600, purposeId: await purpose('防护物资') }
    const lines = [some(goods, 30)]
    for (const [path, said] of [
      ['/fund-donations', { ...money, publicName: '试验商会' }],
      ['/fund-donations', { ...money, donor: { kind: 'organisation', organisation: '静默公司' } }],
      ['/supplies/donations', { ...gift, storeId: depot, lines, donor: { kind: 'anonymous' } }],
    ] as const) {
      const { status, body } = await desk.post(path, { id: newId(), ...said })
      expect([200, 201], JSON.stringify(body)).toContain(status)
    }
    const { body } = await open(stage, 'en/donations.html')
    for (const said of ['试验商会', '123,456.00', '246,912.00', '一次性外科口罩 30', 'no name'])
      expect(body).toContain(said)
    expect(body).not.toContain('静默公司')
  }),
)

test(
  'a page that has not changed is not sent again; feeds and warnings stand beside the pages',
  scenario(async (stage) => {
    await givenBoard(stage)
    const { headers } = await open(stage, '')
    expect(headers['cache-control']).toContain('max-age')
    const again = await open(stage, '', { 'if-none-match': String(headers['etag']) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const rss = await open(stage, 'rss.xml')
    expect([rss.statusCode, rss.headers['content-type'], rss.body.match(/<item>/g)?.length]).toEqual([
      200,
      'application/rss+xml',
      1,
    ])
    const warnings = await open(stage, 'cap.xml')
    const [, path = ''] = /board\/\d+\/(cap\/[0-9a-f-]+\.xml)/.exec(warnings.body) ?? []
    const alert = await open(stage, path)
    expect(alert.headers['content-type']).toBe('application/cap+xml')
    expect(faultsOfCap(alert.body)).toEqual([])
  }),
)

test(
  'a correction and a withdrawal are said on the page itself',
  scenario(async (stage) => {
    const { notice, corrected, desk } = await givenBoard(stage)
    await corrected(notice, aPiece({ texts: [aText({ title: '在家也要通风' })], alert: anAlert() }))
    const path = `pieces/${notice.pieceId}.html`
    expect((await open(stage, path)).body).toMatch(/已更正.*洗手时间写错/s)
    await desk.post(`/pieces/${notice.pieceId}/withdrawal`, {
      id: newId(),
      at: '2020-01-29T09:00:00+08:00',
      why: '另有规定',
    })
    // A reader may see what was there a moment ago; whoever comes to another process sees it at once.
    const { body } = await stage.as.nobody().get(`/public/${stage.county}/board`)
    expect(body.pieces.find(({ id }: { id: string }) => id === notice.pieceId)).toMatchObject({
      state: 'withdrawn',
      why: '另有规定',
    })
  }),
)

test(
  'the status of an isolation is told for a code, and a wrong one says no more than that it is wrong',
  scenario(async (stage) => {
    await givenBoard(stage)
    const ask = (code: string) =>
      stage.server.inject({
        method: 'POST',
        url: `/board/${stage.county}/status`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ code, lang: 'zh' }).toString(),
      })
    for (const code of ['', 'x', `${stage.county}-${'a'.repeat(22)}`, '130822-<script>']) {
      const { statusCode, body, headers } = await ask(code)
      expect(statusCode, code).toBe(404)
      expect(headers['cache-control']).toBe('no-store')
      expect(body).toContain('role="alert"')
      expect(body).not.toContain('<script')
    }
  }),
)
