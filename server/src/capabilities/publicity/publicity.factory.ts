import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import type { AddChannel } from './schema.channels.ts'
import type { Alert, PieceContent, PieceKind, PieceText } from './schema.ts'

export const OUT = '2020-01-26T09:00:00+08:00'
export const aText = (given: Partial<z.input<typeof PieceText>> = {}): z.input<typeof PieceText> => ({
  lang: 'zh',
  title: '出门戴口罩，回家勤洗手',
  blocks: [
    { kind: 'paragraph', text: '这几天请尽量待在家里，不串门、不聚餐。' },
    { kind: 'heading', text: '怎么做' },
    { kind: 'list', items: ['出门戴口罩', '回家用流水洗手二十秒', '每天开窗通风'] },
  ],
  ...given,
})
export const anAlert = (given: Partial<z.input<typeof Alert>> = {}): z.input<typeof Alert> => ({
  event: '新冠肺炎疫情',
  responses: ['Prepare', 'Avoid'],
  urgency: 'Expected',
  severity: 'Severe',
  certainty: 'Likely',
  ...given,
})
export const aPiece = (given: Partial<z.input<typeof PieceContent>> = {}): z.input<typeof PieceContent> => ({
  texts: [aText()],
  signed: ['试验县疫情防控工作领导小组办公室'],
  ...given,
})

export interface GivenPiece {
  pieceId: string
  versionId: string
}
async function fine(reply: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await reply
  if (status !== 200 && status !== 201) throw new Error(`refused: ${JSON.stringify(body)}`)
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of a body
  return body as any
}

export interface GivenPublicity {
  editor: Client
  desk: Client
  draft(content?: z.input<typeof PieceContent>, kind?: PieceKind, more?: object): Promise<GivenPiece>
  approved(piece: GivenPiece): Promise<GivenPiece>
  /** Written, approved by somebody else and sent to these channels. */
  published(content?: z.input<typeof PieceContent>, channels?: string[], kind?: PieceKind): Promise<GivenPiece>
  /** The next edition, approved and out. */
  corrected(piece: GivenPiece, content: z.input<typeof PieceContent>, at?: string): Promise<GivenPiece>
  channel(kind: z.input<typeof AddChannel>['kind'], settings?: object): Promise<string>
  publish(piece: GivenPiece, said?: object): ReturnType<Client['post']>
}
export async function givenPublicity({ as, county, inside }: Scenario): Promise<GivenPublicity> {
  await inside((ctx) => keepInventedDivisions(ctx))
  const [editor, desk] = [await as.role('publicity-editor'), await as.countyDesk()]
  const publish = ({ pieceId, versionId }: GivenPiece, said: object = {}) =>
    editor.post(`/pieces/${pieceId}/publications`, { id: newId(), versionId, at: OUT, ...said })
  const given: GivenPublicity = {
    ...{ editor, desk, publish },
    async draft(content = aPiece(), kind = 'leaflet', more = {}) {
      const [pieceId, versionId] = [newId(), newId()]
      await fine(editor.post('/pieces', { id: pieceId, versionId, division: String(county), kind, content, ...more }))
      return { pieceId, versionId }
    },
    async approved(piece) {
      const { pieceId, versionId } = piece
      const step = (who: Client, said: object) =>
        fine(who.post(`/pieces/${pieceId}/steps`, { id: newId(), versionId, ...said }))
      await step(editor, { step: 'submitted' })
      await step(desk, { step: 'approved' })
      return piece
    },
    async published(content, channels = [], kind) {
      const piece = await given.approved(await given.draft(content, kind))
      await fine(publish(piece, { channels }))
      return piece
    },
    async corrected({ pieceId, versionId }, content, at = '2020-01-27T09:00:00+08:00') {
      const id = newId()
      await fine(editor.post(`/pieces/${pieceId}/versions`, { id, onVersion: versionId, content }))
      const next = await given.approved({ pieceId, versionId: id })
      await fine(publish(next, { at, why: '洗手时间写错' }))
      return next
    },
    async channel(kind, settings = {}) {
      const id = newId()
      await fine(
        desk.post('/publicity-channels', { id, division: String(county), kind, title: `${kind}渠道`, settings }),
      )
      return id
    },
  }
  return given
}

const chunk = (name: string, body: Buffer): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  return Buffer.concat([size, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)])
}
/** As a camera leaves it, with where it was taken beside the picture. */
export const aPicture = (): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', Buffer.alloc(13, 1)), chunk('tEXt', Buffer.from('GPSLatitude 40.41N'))],
    ...[chunk('IDAT', Buffer.alloc(20, 2)), chunk('IEND', Buffer.alloc(0))],
  ])
