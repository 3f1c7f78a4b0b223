import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { forgetNow } from '../retention/retention.factory.ts'
import { anInspection, aStep, at, givenCounty } from './inspections.factory.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code
const chunk = (name: string, body: Buffer) => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  return Buffer.concat([size, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)])
}
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const picture = () =>
  Buffer.concat([
    ...[SIGNATURE, chunk('IHDR', Buffer.alloc(13, 1)), chunk('tEXt', Buffer.from('GPSLatitude 40.41N'))],
    ...[chunk('IDAT', Buffer.alloc(20, 2)), chunk('IEND', Buffer.alloc(0)), Buffer.from('a film behind it')],
  ])

test(
  'a picture is evidence without where it was taken, and goes with the words thirty days after the response',
  scenario(async (stage) => {
    const { desk, cadre, find, village, county } = await givenCounty(stage)
    const { inspectionId, findingId } = await find()
    const photos = `/inspection-findings/${findingId}/photos`
    const photo = { id: newId(), content: picture().toString('base64') }
    const kept = await cadre.post(photos, photo)
    expect(kept, JSON.stringify(kept.body)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect((await cadre.post(photos, photo)).body).toMatchObject({ arrival: 'again', sha256: kept.body.sha256 })
    const step = aStep(findingId, 'rectified', { photoIds: [photo.id] })
    await cadre.post(`/inspection-findings/${findingId}/steps`, step)
    const read = await desk.get(`/inspection-photos/${photo.id}`)
    const content = Buffer.from(read.body.content, 'base64')
    expect(read.body.type).toBe('image/png')
    expect(content.includes('GPS')).toBe(false)
    expect(content.includes('film')).toBe(false)
    expect(content.includes('IDAT')).toBe(true)
    for (const wrong of [picture().subarray(0, 50), Buffer.from('<svg onload=alert(1)>'), Buffer.alloc(40)])
      expect(await codeOf(cadre.post(photos, { id: newId(), content: wrong.toString('base64') }))).toBe(
        'inspections.photo-unreadable',
      )
    const other = await stage.as.role('township-officer', { division: `${county}101` })
    expect(await codeOf(other.get(`/inspection-photos/${photo.id}`))).toBe('inspections.photo-unknown')
    const corrected = anInspection(village, { corrects: inspectionId, why: '时间写错', note: '复核过' })
    await desk.post('/inspections', corrected)

    const whole = async () => (await desk.get(`/inspections/${inspectionId}?asOf=${encodeURIComponent(at(8))}`)).body
    await forgetNow(stage)
    expect((await whole()).findings[0].what, 'while the response lasts').not.toBe('')
    const closing = { id: newId(), disease: 'covid-19', documentNo: '兴防指9号', documentDate: '2020-02-17' }
    await desk.post('/retention/events/close', { ...closing, at: '2020-02-17T10:00:00+08:00', responseEnds: true })
    await forgetNow(stage)
    const { inspection, findings } = await whole()
    expect(inspection).toMatchObject({ note: null, placeName: '榆树沟村民委员会', findings: 1 })
    expect(findings).toMatchObject([{ what: '', severity: 'minor', state: 'rectified', steps: [{ note: null }] }])
    expect(await codeOf(desk.get(`/inspection-photos/${photo.id}`))).toBe('inspections.photo-unknown')
  }),
)
