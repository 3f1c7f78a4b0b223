import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aPost } from '../responsibility/responsibility.factory.ts'
import { givenCommand } from './documents.factory.ts'
import { gapsIn } from './rules.organisation.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code
const AT = '2020-01-24T12:00:00+08:00'

async function givenOffice(stage: Scenario) {
  const { desk } = await givenCommand(stage)
  const division = String(stage.county)
  const post = async (title: string) => {
    const item = aPost(division, { kind: 'county-leader', title, openedAt: '2020-01-20T08:00:00+08:00' })
    const { body } = await desk.post('/responsibility/posts', item)
    if (!body.id) throw new Error(JSON.stringify(body))
    return item.id
  }
  const body = async (given: object) => {
    const one = { id: newId(), division, kind: 'office', title: '防控办', mandate: '统一调度', at: AT, ...given }
    const made = await desk.post('/organisation/bodies', one)
    if (made.body.arrival !== 'new') throw new Error(JSON.stringify(made.body))
    return one.id
  }
  return { desk, post, body }
}

test(
  'a leading group has two heads and no third; a group stays whole when a member leaves it',
  scenario(async (stage) => {
    const { desk, post, body } = await givenOffice(stage)
    const group = await body({ kind: 'leading-group', title: '疫情防控工作领导小组', telephone: '0314-5050000' })
    const office = await body({ parentId: group, nth: 1 })
    const posts = [await post('县委书记'), await post('县长'), await post('副县长')]
    const join = (bodyId: string, postId: string | undefined, role: string, fromOn = '2020-01-24') =>
      desk.post(`/organisation/bodies/${bodyId}/members`, { id: newId(), postId, role, fromOn })
    const [first] = [await join(group, posts[0], 'head'), await join(group, posts[1], 'head')]
    expect(await codeOf(join(group, posts[2], 'head'))).toBe('command.heads-full')
    await join(office, posts[2], 'head')
    expect(await codeOf(join(office, posts[1], 'head'))).toBe('command.heads-full')
    expect(await codeOf(join(office, newId(), 'member'))).toBe('command.post-unknown')
    await desk.post(`/organisation/members/${first.body.id}/end`, { id: newId(), toOn: '2020-02-10' })

    const heads = async (moment: string) => {
      const { bodies } = (await desk.get(`/organisation?asOf=${encodeURIComponent(moment)}`)).body
      const found = bodies.find((one: { id: string }) => one.id === group)
      return found?.members.map((one: { title: string; role: string }) => `${one.role} ${one.title}`)
    }
    expect(await heads('2020-01-20T08:00:00+08:00')).toBeUndefined()
    expect(await heads('2020-02-06T08:00:00+08:00')).toEqual(['head 县委书记', 'head 县长'])
    expect(await heads('2020-02-11T08:00:00+08:00')).toEqual(['head 县长'])
    const end = { id: newId(), documentNo: '试疫防指〔2020〕9号', at: '2020-06-06T08:00:00+08:00' }
    expect((await desk.post(`/organisation/bodies/${group}/end`, end)).body.arrival).toBe('new')
    expect(await codeOf(desk.post(`/organisation/bodies/${group}/end`, { ...end, id: newId() }))).toBe(
      'command.body-unknown',
    )
  }),
)

test(
  'the rota shows who is on duty, what was handed over, and where nobody is',
  scenario(async (stage) => {
    const { desk, post, body } = await givenOffice(stage)
    const office = await body({})
    const postId = await post('值班副主任')
    const duty = (startsAt: string, endsAt: string) =>
      desk.post(`/organisation/bodies/${office}/duties`, {
        id: newId(),
        postId,
        telephone: '0314-5050001',
        startsAt,
        endsAt,
      })
    const on = (day: number, hour: string) => `2020-02-0${day}T${hour}:00:00+08:00`
    const first = await duty(on(1, '08'), on(2, '08'))
    expect(first.body.arrival).toBe('new')
    expect(await codeOf(duty(on(1, '20'), on(2, '20')))).toBe('command.duty-taken')
    expect(await codeOf(duty(on(3, '20'), on(3, '08')))).toBe('command.span-invalid')
    const cancelled = await duty(on(3, '00'), on(3, '08'))
    await desk.post(`/duties/${cancelled.body.id}/cancel`, { id: newId(), note: '换班' })
    await duty(on(2, '20'), on(3, '08'))
    const note = { id: newId(), note: '还有两份日报未到', at: on(2, '07') }
    expect((await desk.post(`/duties/${first.body.id}/notes`, note)).body.arrival).toBe('new')
    const rota = (await desk.get(`/organisation/bodies/${office}/rota?from=2020-02-01&till=2020-02-02`)).body
    expect(rota.duties.map((one: { postTitle: string }) => one.postTitle)).toEqual(['值班副主任', '值班副主任'])
    expect(rota.duties[0].notes).toEqual([{ id: note.id, note: note.note, at: new Date(note.at).toISOString() }])
    expect(rota.gaps.map((gap: { startsAt: string; endsAt: string }) => [gap.startsAt, gap.endsAt])).toEqual([
      ['2020-01-31T16:00:00.000Z', '2020-02-01T00:00:00.000Z'],
      ['2020-02-02T00:00:00.000Z', '2020-02-02T12:00:00.000Z'],
    ])
    expect(await codeOf(desk.get(`/organisation/bodies/${office}/rota?from=2020-02-01&till=2020-09-02`))).toBe(
      'command.span-invalid',
    )
  }),
)

test(
  'the calendar file folds at 75 octets without cutting a character, and can be put together again',
  scenario(async (stage) => {
    const { desk, post, body } = await givenOffice(stage)
    const title = '集中医学观察工作指挥部临时党委疫情防控办公室综合协调'
    const office = await body({ title })
    const postId = await post('值班副主任兼总值班室联络员、材料起草专班负责人')
    const times = { startsAt: '2020-02-01T08:00:00+08:00', endsAt: '2020-02-02T08:00:00+08:00' }
    await desk.post(`/organisation/bodies/${office}/duties`, { id: newId(), postId, ...times })
    const asked = `/organisation/bodies/${office}/rota/calendar?from=2020-02-01&till=2020-02-02`
    const file = Buffer.from((await desk.get(asked)).body.content, 'base64')
    const lines = file.toString('utf8').split('\r\n')
    expect(Buffer.from(lines.join('\r\n')).equals(file)).toBe(true)
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\uFFFD')
    }
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    const whole = lines.join('\r\n').replaceAll('\r\n ', '')
    expect(whole).toContain(`SUMMARY:${title}值班:值班副主任兼总值班室联络员、材料起草专班负责人`)
    expect(whole).toContain('DTSTART:20200201T000000Z')
    expect(whole).toContain('DTEND:20200202T000000Z')
  }),
)

test('a gap is what no duty covers, however they overlap', () => {
  const at = (hour: number) => new Date(Date.UTC(2020, 1, 1, hour))
  const span = (from: number, till: number) => ({ startsAt: at(from), endsAt: at(till) })
  expect(gapsIn([], at(0), at(24))).toEqual([span(0, 24)])
  expect(gapsIn([span(0, 12), span(12, 24)], at(0), at(24))).toEqual([])
  expect(gapsIn([span(8, 20), span(2, 10), span(3, 4)], at(0), at(24))).toEqual([span(0, 2), span(20, 24)])
  expect(gapsIn([span(20, 40)], at(0), at(24))).toEqual([span(0, 20)])
})
