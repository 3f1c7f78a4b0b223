import { expect, test } from 'vitest'
import { welcomeFirstPerson } from '../../server/src/capabilities/access/index.ts'
import { scenario, stage } from '../../server/test/scenario/scenario.ts'
import type { Sent } from './api.ts'
import { countClosures, planClosures } from './closures.ts'
import { planCommand } from './command.ts'
import { compareClosures } from './compare-closures.ts'
import { importDivisions } from './county.ts'
import { readFigures } from './figures.ts'
import { deskPost, signInAtDesk, takeSeat } from './seats.ts'
import { sendClosures } from './send-closures.ts'
import { sendDocuments } from './send-command.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const county = '130822'
const divisions = Array.from({ length: 20 }, (_, nth) => `130822${100 + nth}`).flatMap((code) => [
  { code, name: '测试镇' },
  ...['201', '001', '202'].map((end) => ({ code: code + end, name: '测试村民委员会' })),
])
const command = planCommand(file, county)
const closures = planClosures(file, command, divisions)

test('everything that the account closes is closed by a document that was issued by then', () => {
  const closed = new Set<string>(closures.orders.flatMap(({ classes }) => classes))
  const named = ['ktv', 'bath', 'internet-cafe', 'bar', 'cinema', 'library', 'training', 'travel-agency', 'tourism']
  const calledOff = ['banquet', 'fair', 'lantern-show', 'performance', 'coach', 'bus', 'taxi']
  expect([...closed].sort()).toEqual([...named, ...calledOff].sort())
  for (const { documentId, startsMs } of closures.orders) {
    const document = command.documents.find(({ id }) => id === documentId)
    expect(Date.parse(document?.issuedAt ?? '')).toBeLessThanOrEqual(startsMs)
  }
})

test('as many of each class as the file says, every one looked at, and every breach put right', () => {
  for (const { name, value, unit } of file.figures.filter(({ owner }) => owner === 'closures')) {
    if (name === 'closures.breaches' || !['venue', 'gathering', 'line'].includes(unit)) continue
    expect(closures.subjects.filter((one) => `closures.${one.class}` === name)).toHaveLength(value)
  }
  const looks = Map.groupBy(closures.inspections, ({ subjectId }) => subjectId)
  expect(looks.size).toBe(closures.subjects.length)
  for (const own of looks.values()) expect(own.at(-1)?.found).toBe('closed')
  expect(closures.inspections.filter(({ found }) => found === 'open')).toHaveLength(5)
})

test('the same file gives the same closures, and a county without a command has none', () => {
  expect(planClosures(file, command, divisions)).toEqual(closures)
  const another = readFigures(new URL('./another-county.figures.json', import.meta.url))
  const none = planClosures(another, planCommand(another, '130881'), divisions)
  expect(countClosures(none)).toBe(0)
})

test(
  'sent as the county would, the server counts the same on five days; sent again, nothing changes',
  scenario(async ({ app, server }) => {
    const own = '130828'
    const there = stage(app, server, Number(own))
    const given = await welcomeFirstPerson(app.kernel, Number(own), new Date())
    const url = await server.listen({ host: '127.0.0.1', port: 0 })
    const choices = {
      url,
      county: own,
      figures: file,
      scale: 1,
      placesOnly: false,
      token: null,
      welcome: given?.code ?? null,
    }
    const desk = await signInAtDesk(choices)
    const real = await importDivisions(desk, own)
    const plan = planCommand(file, own, real)
    // As far as the documents that close something.
    const documents = plan.documents.filter(({ seriesId, issuedAt }) => {
      const kind = plan.series.find(({ id }) => id === seriesId)?.kind
      return kind !== 'work-letter' && issuedAt < '2020-01-28'
    })
    const writer = () =>
      takeSeat(url, desk, own, { ...deskPost(own), key: 'drafting', role: 'publicity-editor', title: '材料起草专班' })
    await sendDocuments({ ...plan, documents }, desk, writer, () => {})
    if (!plan.closures) throw new Error('nothing was planned')
    const sent: Sent = { fresh: 0, again: 0 }
    const add = ({ fresh, again }: Sent) =>
      Object.assign(sent, { fresh: sent.fresh + fresh, again: sent.again + again })
    await sendClosures(plan.closures, desk, add)
    expect(sent).toEqual({ fresh: countClosures(plan.closures), again: 0 })
    await there.settle()
    const wrong: unknown[] = []
    let compared = 0
    await compareClosures(desk, plan.closures, (...[what, , asOf, expected, got]) => {
      compared += 1
      if (expected !== got) wrong.push({ what, asOf, expected, got })
    })
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(200)
    await sendClosures(plan.closures, desk, add)
    expect(sent).toEqual({ fresh: countClosures(plan.closures), again: countClosures(plan.closures) })
  }),
)
