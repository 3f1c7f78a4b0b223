import { expect, test } from 'vitest'
import { welcomeFirstPerson } from '../../server/src/capabilities/access/index.ts'
import { checkDraft } from '../../server/src/capabilities/command/rules.checking.ts'
import { aPost } from '../../server/src/capabilities/responsibility/responsibility.factory.ts'
import { scenario, stage } from '../../server/test/scenario/scenario.ts'
import { answer, type Sent } from './api.ts'
import { countCommand, planCommand } from './command.ts'
import { compareCommand } from './compare-command.ts'
import { importDivisions } from './county.ts'
import { readFigures } from './figures.ts'
import { deskPost, signInAtDesk, takeSeat } from './seats.ts'
import { sendCommand } from './send-command.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const command = planCommand(file, '130822')
const of = (kind: string) => {
  const series = command.series.find((one) => one.kind === kind)
  return { series, documents: command.documents.filter(({ seriesId }) => seriesId === series?.id) }
}

test('9 directives, 2 notices, 5 work letters and 30 circulars, each series in the order of its days', () => {
  const counts = ['directive', 'notice', 'work-letter', 'circular'].map((kind) => of(kind).documents.length)
  expect(counts).toEqual([9, 2, 5, 30])
  for (const kind of ['directive', 'notice', 'work-letter', 'circular']) {
    const moments = of(kind).documents.map(({ issuedAt }) => issuedAt)
    expect(moments).toEqual(moments.toSorted())
  }
})

test('the second directive is of 25 January and has eight measures', () => {
  const second = of('directive').documents[1]
  expect(second?.issuedAt.slice(0, 10)).toBe('2020-01-25')
  expect(second?.body.filter(({ level }) => level === 1)).toHaveLength(8)
})

test('the checker has nothing to say of any of them', () => {
  for (const { kind } of command.series)
    for (const { title, to, body } of of(kind).documents) {
      const content = { title, to, body, attachments: [], copies: [], secrecy: null, note: null, supersedes: [] }
      const known = {
        kind,
        form: 'standard' as const,
        codes: [],
        documents: new Map(),
        files: new Set<string>(),
        supersedes: new Map(),
      }
      expect(checkDraft(content, known)).toEqual([])
    }
})

test('a county without a command in its figures has none', () => {
  const another = readFigures(new URL('./another-county.figures.json', import.meta.url))
  expect(countCommand(planCommand(another, '130881'))).toBe(0)
  expect(planCommand(another, '130881').documents).toEqual([])
})

test(
  'groups, heads, duties with what was handed over, levels and plans are counted as they were sent; sent again, nothing changes',
  scenario(async ({ app, server }) => {
    const own = '130129'
    const there = stage(app, server, Number(own))
    const given = await welcomeFirstPerson(app.kernel, Number(own), new Date())
    const url = await server.listen({ host: '127.0.0.1', port: 0 })
    const choices = { url, county: own, figures: file, scale: 1, placesOnly: false, token: null }
    const desk = await signInAtDesk({ ...choices, welcome: given?.code ?? null })
    const whole = planCommand(file, own, await importDivisions(desk, own))
    const plan = { ...whole, documents: whole.documents.slice(0, 1), deeds: null, closures: null }
    expect(plan.leaderIds).toHaveLength(10)
    for (const id of [...Object.values(plan.postOf), ...plan.leaderIds]) {
      const body = aPost(own, { id, kind: 'county-leader', title: id, openedAt: '2020-01-20T08:00:00+08:00' })
      await answer('post', () => desk.POST('/responsibility/posts', { body }))
    }
    const writer = () =>
      takeSeat(url, desk, own, { ...deskPost(own), key: 'drafting', role: 'publicity-editor', title: '材料起草专班' })
    const sent: Sent = { fresh: 0, again: 0 }
    const add = ({ fresh, again }: Sent) =>
      Object.assign(sent, { fresh: sent.fresh + fresh, again: sent.again + again })
    await sendCommand(plan, desk, writer, add)
    expect(sent).toEqual({ fresh: countCommand(plan), again: 0 })
    await there.settle()
    const wrong: unknown[] = []
    await compareCommand(desk, plan, (...[what, , asOf, expected, got]) => {
      if (expected !== got) wrong.push({ what, asOf, expected, got })
    })
    expect(wrong).toEqual([])
    await sendCommand(plan, desk, writer, add)
    expect(sent).toEqual({ fresh: countCommand(plan), again: countCommand(plan) })
  }),
  120_000,
)
