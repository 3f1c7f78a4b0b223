import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { measurePdf } from '../exchange/official.factory.ts'
import { aPost } from '../responsibility/responsibility.factory.ts'
import { givenCommand } from './documents.factory.ts'

const AT = '2020-01-24T12:00:00+08:00'

test(
  'the chart is a picture and pages to print, and the list of whom to call names who is on duty',
  scenario(async (stage) => {
    const { desk } = await givenCommand(stage)
    const division = String(stage.county)
    const say = async (path: string, said: object) => {
      const body = { id: newId(), ...said }
      const reply = await desk.post(path, body)
      if (reply.body.arrival !== 'new' && !reply.body.id) throw new Error(JSON.stringify(reply.body))
      return body.id
    }
    const group = { division, mandate: '统一领导', at: AT }
    const top = await say('/organisation/bodies', { ...group, kind: 'leading-group', title: '疫情防控领导小组' })
    const telephone = '0314-5050000'
    const office = await say('/organisation/bodies', {
      ...group,
      kind: 'office',
      title: '防控办',
      parentId: top,
      telephone,
    })
    const groups = ['疫情监测组', '医疗救治组', '物资保障组', '交通检疫组', '社会管控组', '农村防控组', '城区防控组']
    for (const title of groups)
      await say('/organisation/bodies', { ...group, kind: 'special-group', title, parentId: office })
    const gone = await say('/organisation/bodies', { ...group, kind: 'task-force', title: '临时专班' })
    await say(`/organisation/bodies/${gone}/end`, {
      documentNo: '试疫防指〔2020〕9号',
      at: '2020-01-30T08:00:00+08:00',
    })
    const postId = await say(
      '/responsibility/posts',
      aPost(division, { kind: 'county-leader', title: '县委书记', openedAt: AT }),
    )
    await say(`/organisation/bodies/${top}/members`, { postId, role: 'head', fromOn: '2020-01-24' })
    const span = { startsAt: '2020-02-06T08:00:00+08:00', endsAt: '2020-02-07T08:00:00+08:00' }
    await say(`/organisation/bodies/${office}/duties`, { postId, telephone: '0314-5050001', ...span })

    const asked = (query: string) =>
      desk.get(`/organisation/print?asOf=${encodeURIComponent('2020-02-06T20:00:00+08:00')}&${query}`)
    const pagesOf = async (query: string) => measurePdf(Buffer.from((await asked(query)).body.content, 'base64'))
    const words = (pages: Awaited<ReturnType<typeof pagesOf>>) =>
      pages.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('')
    const chart = await pagesOf('what=chart')
    expect(chart.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[420, 297]])
    for (const said of ['疫情防控领导小组', '组长 县委书记', telephone, ...groups]) expect(words(chart)).toContain(said)
    expect(words(chart)).not.toContain('临时专班')
    // Nothing is smaller than can be read from paper, and those that answer to one office stand below it.
    for (const { pieces } of chart) for (const { size } of pieces) expect(size).toBeGreaterThan(8)
    const line = (text: string) => chart[0]?.lines.find((one) => one.text.includes(text))?.baseline ?? 0
    expect(line('疫情防控领导小组')).toBeLessThan(line('防控办'))
    expect(line('防控办')).toBeLessThan(line('疫情监测组'))

    const picture = (await asked('what=chart&format=svg&language=en')).body
    expect([picture.type, picture.fileName]).toEqual(['image/svg+xml', 'Organisation of the epidemic command.svg'])
    expect(Buffer.from(picture.content, 'base64').toString()).toMatch(/^<svg /)

    const contacts = words(await pagesOf('what=contacts'))
    for (const said of ['县委书记', telephone, '值班', '0314-5050001', '2020-02-07 08:00'])
      expect(contacts).toContain(said)
    const cadre = await stage.as.role('village-cadre', { division: `${stage.county}100201` })
    expect((await cadre.get('/organisation/print?what=contacts')).status).toBe(200)
  }),
)
