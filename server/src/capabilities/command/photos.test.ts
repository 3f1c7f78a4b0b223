import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { forgetNow } from '../retention/retention.factory.ts'
import { bareOf } from './photos.ts'
import { aStep, givenTasks } from './tasks.factory.ts'

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
/** A directory with one entry that leads to another with GPSLatitude, as a phone writes it. */
function exifWithPlace(): Buffer {
  const tiff = Buffer.alloc(76)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x8825, 10)
  tiff.writeUInt16LE(4, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt32LE(26, 18)
  tiff.writeUInt16LE(1, 26)
  tiff.writeUInt16LE(2, 28)
  tiff.writeUInt16LE(5, 30)
  tiff.writeUInt32LE(3, 32)
  tiff.writeUInt32LE(44, 36)
  ;[40, 1, 25, 1, 12, 1].forEach((part, at) => {
    tiff.writeUInt32LE(part, 44 + at * 4)
  })
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}
const APP0 = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'))
const PICTURE = [
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
  segment(0xc4, Buffer.alloc(28, 0)),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
  // A second scan, as a progressive picture has.
  segment(0xda, Buffer.from([1, 1, 0, 1, 5, 0])),
  Buffer.from([0x78, 0xff, 0x00]),
]
const END = Buffer.from([0xff, 0xd9])
const START = Buffer.from([0xff, 0xd8])
const photograph = () =>
  Buffer.concat([
    START,
    APP0,
    segment(0xe1, exifWithPlace()),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="40,25.2N"/>')),
    segment(0xed, Buffer.from('Photoshop 3.0\0city')),
    segment(0xfe, Buffer.from('taken at home')),
    ...PICTURE.slice(0, 5),
    segment(0xe1, exifWithPlace()),
    ...PICTURE.slice(5),
    END,
    Buffer.from('a film behind the picture'),
  ])

test('of a photograph the picture is left, and nothing that a camera wrote beside it', () => {
  const bare = bareOf(photograph())
  expect(bare?.type).toBe('image/jpeg')
  expect(bare?.content.equals(Buffer.concat([START, APP0, ...PICTURE, END]))).toBe(true)
  for (const word of ['Exif', 'GPS', 'Photoshop', 'home', 'film']) expect(bare?.content.includes(word)).toBe(false)
  // The tag of a place, by which a reader would find it.
  expect(photograph().includes(Buffer.from([0x25, 0x88]))).toBe(true)
  expect(bare?.content.includes(Buffer.from([0x25, 0x88]))).toBe(false)
})

const chunk = (name: string, body: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)])
}
const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const HEAD = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
const DATA = chunk('IDAT', deflateSync(Buffer.from([0, 0])))
const TAIL = chunk('IEND', Buffer.alloc(0))
test('the same of a PNG', () => {
  const beside = [
    chunk('eXIf', exifWithPlace()),
    chunk('tEXt', Buffer.from('Comment\0home')),
    chunk('tIME', Buffer.alloc(7)),
  ]
  const bare = bareOf(Buffer.concat([PNG_HEAD, HEAD, ...beside, DATA, TAIL, Buffer.from('more')]))
  expect(bare?.type).toBe('image/png')
  expect(bare?.content.equals(Buffer.concat([PNG_HEAD, HEAD, DATA, TAIL]))).toBe(true)
})

test('what is no picture, or breaks off, is none', () => {
  const whole = photograph()
  const cut = Array.from({ length: whole.indexOf(END) }, (_, at) => whole.subarray(0, at))
  expect(cut.filter((part) => bareOf(part) !== null)).toEqual([])
  const png = Buffer.concat([PNG_HEAD, HEAD, DATA, TAIL])
  expect(Array.from({ length: png.length }, (_, at) => bareOf(png.subarray(0, at))).filter(Boolean)).toEqual([])
  for (const other of ['GIF89a........', '%PDF-1.7', '<svg/>', '']) expect(bareOf(Buffer.from(other))).toBeNull()
})

test(
  'a measure that asks for a picture is done with one, which is kept bare',
  scenario(async (stage) => {
    const { desk, tasks, send } = await givenTasks(stage, { words: false, photo: true })
    const village = `${stage.county}100201`
    const taskId = tasks.get(village) ?? ''
    const cadre = await stage.as.role('village-cadre', { division: village })
    const photo = { id: newId(), content: photograph().toString('base64') }
    const upload = (said: object, by = cadre, to = taskId) => by.post(`/tasks/${to}/photos`, said)
    const done = aStep(taskId, 'done', { photoIds: [photo.id] })
    expect(await send(cadre, aStep(taskId, 'done'), done)).toEqual(['command.evidence-needed', 'command.photo-unknown'])
    expect((await upload({ id: newId(), content: Buffer.from('GIF89a').toString('base64') })).body.code).toBe(
      'command.photo-unreadable',
    )
    const kept = (await upload(photo)).body
    expect(kept).toMatchObject({ arrival: 'new', type: 'image/jpeg' })
    expect((await upload(photo)).body).toEqual({ ...kept, arrival: 'again' })
    const strange = aStep(tasks.get(`${stage.county}100202`) ?? '', 'done', { photoIds: [photo.id] })
    expect(await send(desk, strange, done)).toEqual(['command.photo-unknown', 'done'])
    const { steps } = (await desk.get(`/tasks/${taskId}`)).body
    expect(steps.at(-1).photos).toEqual([{ id: photo.id, type: 'image/jpeg', size: kept.size }])
    const shown = Buffer.from((await desk.get(`/task-photos/${photo.id}`)).body.content, 'base64')
    expect(shown.equals(bareOf(photograph())?.content ?? Buffer.of())).toBe(true)
    const elsewhere = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    expect((await elsewhere.get(`/task-photos/${photo.id}`)).body.code).toBe('command.photo-unknown')
    expect((await upload({ ...photo, id: newId() }, elsewhere)).body.code).toBe('command.task-unknown')

    const forget = async () => {
      await forgetNow(stage)
      return (await desk.get(`/task-photos/${photo.id}`)).status
    }
    expect(await forget(), 'while the response lasts').toBe(200)
    const closing = { id: newId(), disease: 'covid-19', documentNo: '兴防指9号', documentDate: '2020-02-17' }
    await desk.post('/retention/events/close', { ...closing, at: '2020-02-17T10:00:00+08:00', responseEnds: true })
    expect(await forget()).toBe(404)
    expect((await desk.get(`/tasks/${taskId}`)).body).toMatchObject({ state: 'done', doneAt: expect.any(String) })
  }),
)
