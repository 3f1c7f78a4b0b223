import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { anAlert, aPiece, aText, givenPublicity, OUT } from './publicity.factory.ts'
import { publicitySettings, usePublicity } from './settings.ts'
import { secretOf, signatureOf } from './webhook.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code
interface Listed {
  id: string
  kind: string
  what: string
  state: string
  reason: string | null
  tries: number
  sha256: string | null
}
/** Only this county's jobs are due at this moment of its own; others find theirs later. */
const work = ({ app, county }: Scenario, inMinutes = 0) =>
  app.workers.runDue(new Date(Date.now() + inMinutes * 60_000), county)
const alerting = (title = '出门戴口罩') => aPiece({ texts: [aText({ title })], alert: anAlert() })
const sentOf = async (desk: { get(path: string): Promise<{ body: { items: Listed[] } }> }, pieceId: string) =>
  (await desk.get(`/dispatches?pieceId=${pieceId}&limit=100`)).body.items

const KINDS = [
  'board',
  'rss',
  'atom',
  'cap',
  'wechat',
  'radio',
  'television',
  'print',
  'loudspeakers',
  'emergency-broadcast',
] as const

test(
  'one piece goes to every channel in what that takes; a correction and a withdrawal reach each of them, closed ones too',
  scenario(async (stage) => {
    const { channel, published, corrected, desk, editor } = await givenPublicity(stage)
    const channels: string[] = []
    for (const kind of KINDS) channels.push(await channel(kind))
    const piece = await published(alerting(), channels, 'notice')
    await work(stage)
    const first = await sentOf(desk, piece.pieceId)
    expect(Object.fromEntries(first.map(({ kind, state }) => [kind, state]))).toEqual({
      ...{
        board: 'delivered',
        rss: 'delivered',
        atom: 'delivered',
        cap: 'delivered',
        wechat: 'produced',
        radio: 'produced',
      },
      ...{ television: 'produced', print: 'produced', loudspeakers: 'produced', 'emergency-broadcast': 'produced' },
    })
    for (const { id, kind, sha256 } of first) {
      const { body } = await desk.get(`/dispatches/${id}/file`)
      expect(Buffer.from(body.content, 'base64').length, kind).toBeGreaterThan(100)
      expect(sha256, kind).toMatch(/^[0-9a-f]{64}$/)
    }

    const [radio, board] = ['radio', 'board'].map((kind) => first.find((one) => one.kind === kind)?.id ?? '')
    const confirm = (id: string, said: object = {}) =>
      editor.post(`/dispatches/${id}/confirmation`, {
        id: newId(),
        at: '2020-01-26T19:00:00+08:00',
        note: '晚间新闻后',
        ...said,
      })
    expect(await codeOf(confirm(board ?? ''))).toBe('publicity.not-by-hand')
    expect(await codeOf(confirm(radio ?? '', { at: '2020-01-20T19:00:00+08:00' }))).toBe('publicity.out-of-time')
    expect((await confirm(radio ?? '')).body.arrival).toBe('new')
    expect(await codeOf(confirm(radio ?? ''))).toBe('publicity.not-by-hand')
    expect((await sentOf(desk, piece.pieceId)).find(({ id }) => id === radio)?.state).toBe('delivered')

    const close = { id: newId(), turn: 'closed', why: '频道调整', at: '2020-01-26T20:00:00+08:00' }
    expect((await desk.post(`/publicity-channels/${channels[5]}/turns`, close)).body.arrival).toBe('new')
    await corrected(piece, alerting('出门戴口罩（更正）'))
    await desk.post(`/pieces/${piece.pieceId}/withdrawal`, {
      id: newId(),
      at: '2020-01-28T09:00:00+08:00',
      why: '另有规定',
    })
    await work(stage)
    const all = await sentOf(desk, piece.pieceId)
    for (const what of ['publish', 'update', 'cancel'])
      expect(
        all
          .filter((one) => one.what === what)
          .map(({ kind }) => kind)
          .sort(),
        what,
      ).toEqual([...KINDS].sort())
    expect(all.filter(({ state }) => state === 'waiting' || state === 'failed')).toEqual([])
    const cap = await Promise.all(
      all
        .filter(({ kind }) => kind === 'cap')
        .map(
          async ({ id, what }) =>
            [what, Buffer.from((await desk.get(`/dispatches/${id}/file`)).body.content, 'base64').toString()] as const,
        ),
    )
    const byWhat = new Map(cap)
    expect(
      byWhat
        .get('update')
        ?.match(/<references>(.*)<\/references>/)?.[1]
        ?.split(' '),
    ).toHaveLength(1)
    expect(
      byWhat
        .get('cancel')
        ?.match(/<references>(.*)<\/references>/)?.[1]
        ?.split(' '),
    ).toHaveLength(2)
  }),
)

test(
  'a channel takes what suits it, once, and only while it is open',
  scenario(async (stage) => {
    const { channel, approved, draft, publish, published, desk, editor } = await givenPublicity(stage)
    const [cap, board] = [await channel('cap'), await channel('board')]
    const plain = await approved(await draft())
    expect(await codeOf(publish(plain, { channels: [cap] }))).toBe('publicity.not-suited')
    expect(await codeOf(publish(plain, { channels: [newId()] }))).toBe('publicity.channel-unknown')
    expect((await publish(plain, { channels: [board] })).body.dispatches).toBe(1)
    const more = (channelId: string) =>
      editor.post(`/pieces/${plain.pieceId}/dispatches`, { id: newId(), channelId, at: '2020-01-27T09:00:00+08:00' })
    expect(await codeOf(more(board))).toBe('publicity.dispatched-already')
    expect(await codeOf(more(cap))).toBe('publicity.not-suited')
    const turn = (said: object) =>
      desk.post(`/publicity-channels/${board}/turns`, { id: newId(), why: '停用', at: OUT, ...said })
    expect(await codeOf(turn({ turn: 'reopened' }))).toBe('publicity.turn-out-of-order')
    await turn({ turn: 'closed' })
    expect(await codeOf(turn({ turn: 'closed' }))).toBe('publicity.turn-out-of-order')
    await expect(published(aPiece(), [board])).rejects.toThrow('publicity.channel-unknown')
    expect((await desk.get('/publicity-channels')).body.items.map((one: { open: boolean }) => one.open)).toEqual([
      true,
      false,
    ])
  }),
)

/** Takes one letter after the other; what it does not like it refuses at the door. */
async function sink(refuses = false) {
  const letters: string[] = []
  const server = createServer((socket) => {
    let isLetter = false
    let text = ''
    socket.write('220 sink\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      text += chunk.toString()
      if (isLetter) {
        if (!text.endsWith('\r\n.\r\n')) return
        letters.push(text)
        isLetter = false
        text = ''
        return void socket.write('250 kept\r\n')
      }
      for (const line of text.split('\r\n').slice(0, -1)) {
        if (/^DATA/i.test(line)) isLetter = true
        socket.write(
          /^DATA/i.test(line)
            ? '354 go on\r\n'
            : /^RCPT/i.test(line) && refuses
              ? '550 no\r\n'
              : /^QUIT/i.test(line)
                ? '221 bye\r\n'
                : '250 fine\r\n',
        )
      }
      text = ''
    })
  })
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const { port } = server.address() as { port: number }
  return { letters, url: `smtp://127.0.0.1:${port}`, close: () => server.close() }
}

test(
  'mail is off until it is set up, then tried again and delivered; a correction stands below what it corrects',
  scenario(async (stage) => {
    const { channel, published, corrected, desk, editor } = await givenPublicity(stage)
    await expect(channel('email')).rejects.toThrow('publicity.channel-incomplete')
    const mail = await channel('email', { to: ['office@example.org'] })
    const piece = await published(aPiece(), [mail])
    await work(stage)
    const [off] = await sentOf(desk, piece.pieceId)
    expect(off).toMatchObject({ state: 'failed', reason: 'mail-off', tries: 1 })
    const before = publicitySettings()
    const [open, shut] = [await sink(), await sink(true)]
    try {
      usePublicity({ smtpUrl: shut.url, mailFrom: 'county@example.org' })
      await work(stage, 2)
      expect((await sentOf(desk, piece.pieceId))[0]).toMatchObject({
        state: 'failed',
        reason: 'mail-refused',
        tries: 2,
      })
      usePublicity({ smtpUrl: 'smtp://127.0.0.1:1' })
      await work(stage, 10)
      expect((await sentOf(desk, piece.pieceId))[0]).toMatchObject({ state: 'failed', reason: 'unreachable', tries: 3 })
      usePublicity({ smtpUrl: open.url })
      // Pressed twice it is tried once.
      for (let pressed = 0; pressed < 2; pressed += 1) await editor.post(`/dispatches/${off?.id}/retry`)
      await work(stage)
      expect((await sentOf(desk, piece.pieceId))[0]).toMatchObject({ state: 'delivered', reason: null, tries: 4 })
      expect(await codeOf(editor.post(`/dispatches/${off?.id}/retry`))).toBe('publicity.not-failed')
      await corrected(piece, aPiece())
      await work(stage)
      expect(open.letters).toHaveLength(2)
      expect(open.letters[0]).toContain('To: office@example.org')
      expect(open.letters[1]).toContain(`In-Reply-To: <${off?.id}@${stage.county}.qunfang>`)
    } finally {
      usePublicity(before)
      open.close()
      shut.close()
    }
  }),
)

test(
  'a webhook goes only to a host that the administrator allowed, by https, signed, and follows nobody elsewhere',
  scenario(async (stage) => {
    const { channel, published, desk } = await givenPublicity(stage)
    const before = publicitySettings()
    const sent: Array<{ url: string; headers: Record<string, string>; body: Buffer }> = []
    let status = 302
    usePublicity({
      webhookHosts: ['hooks.example.org', '10.0.0.1'],
      post: async (url, headers, body) => {
        sent.push({ url, headers, body })
        return status
      },
    })
    try {
      for (const url of [
        'http://hooks.example.org/in',
        'https://other.example.org/in',
        'https://hooks.example.org.evil.example/in',
        'https://hooks.example.org:8443/in',
        'https://user:word@hooks.example.org/in',
        'https://10.0.0.1/in',
        'https://[::1]/in',
        'https://hooks.example.org@evil.example/in',
      ])
        await expect(channel('webhook', { url }), url).rejects.toThrow('publicity.host-not-allowed')
      const hook = await channel('webhook', { url: 'https://hooks.example.org/in' })
      const piece = await published(aPiece(), [hook])
      await work(stage)
      expect((await sentOf(desk, piece.pieceId))[0]).toMatchObject({ state: 'failed', reason: 'redirected' })
      usePublicity({ webhookHosts: [] })
      await work(stage, 2)
      expect((await sentOf(desk, piece.pieceId))[0]).toMatchObject({ reason: 'host-not-allowed' })
      expect(sent).toHaveLength(1)
      usePublicity({ webhookHosts: ['hooks.example.org'] })
      status = 204
      await work(stage, 10)
      expect((await sentOf(desk, piece.pieceId))[0]).toMatchObject({ state: 'delivered' })
      const last = sent.at(-1)
      const signature = signatureOf(
        secretOf(hook),
        last?.headers['qunfang-sent-at'] ?? '',
        last?.body ?? Buffer.alloc(0),
      )
      expect(last?.headers['qunfang-signature']).toBe(`sha256=${signature}`)
      expect(signatureOf('another', last?.headers['qunfang-sent-at'] ?? '', last?.body ?? Buffer.alloc(0))).not.toBe(
        signature,
      )
      expect(JSON.parse(last?.body.toString() ?? '{}')).toMatchObject({
        pieceId: piece.pieceId,
        what: 'publish',
        edition: 1,
      })
    } finally {
      usePublicity(before)
    }
  }),
)

test(
  'a preview shows words that are not kept, with their reading time and what is missing',
  scenario(async (stage) => {
    const { editor } = await givenPublicity(stage)
    const preview = (channel: string, content = aPiece()) =>
      editor.post('/piece-previews', { division: String(stage.county), kind: 'leaflet', content, channel })
    for (const kind of KINDS) expect((await preview(kind)).status, kind).toBe(200)
    expect((await preview('radio')).body.seconds).toBeGreaterThan(5)
    expect((await preview('cap')).body.remarks).toHaveLength(1)
    expect((await preview('wechat')).body).toMatchObject({ seconds: null, remarks: [] })
  }),
)
