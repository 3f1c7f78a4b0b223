import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { after, aStep, givenTasks } from './tasks.factory.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code

test(
  'a decision keeps the figures it rested on as they were looked up, and a correction names it',
  scenario(async (stage) => {
    const { desk, documentId, number, tasks, send } = await givenTasks(stage)
    const county = String(stage.county)
    await send(desk, aStep(tasks.get(`${county}100201`) ?? '', 'done', { note: '已办', recordedAt: after(9) }))
    const of = (figure: string, hours: number, area = county) => ({ figure, area, asOf: after(hours) })
    const one = {
      id: newId(),
      division: county,
      post: '领导小组组长',
      decidedAt: after(12),
      decision: '对未落实的村由县级领导包联督办',
      grounds: '仍有村未按时签收',
      documentId,
      figures: [
        of('tasks-given', 12),
        of('tasks-done', 12),
        of('tasks-done', 1),
        of('tasks-silent', 12, `${county}100`),
      ],
    }
    const record = (said: object, by = desk) => by.post('/decisions', said)
    const kept = (await record(one)).body
    const values = [
      ['tasks-given', 5, after(12)],
      ['tasks-done', 1, after(12)],
      ['tasks-done', 0, after(1)],
      ['tasks-silent', 2, after(12)],
    ]
    const shown = (of: { figure: string; value: number; asOf: string; version: number }) => [
      of.figure,
      of.value,
      of.asOf,
    ]
    expect(kept.figures.map(shown)).toEqual(values)
    expect((await record(one)).body).toEqual({ ...kept, arrival: 'again' })
    expect(await codeOf(record({ ...one, decision: '别的' }))).toBe('kernel.id-taken')
    // Later steps change what stands, and not what the decision rested on.
    await send(desk, aStep(tasks.get(`${county}100202`) ?? '', 'done', { note: '已办', recordedAt: after(11) }))
    const right = { ...one, id: newId(), corrects: one.id, why: '写错了对象', decision: '对未落实的乡镇通报' }
    expect(await codeOf(record({ ...right, why: null }))).toBe('kernel.input-invalid')
    expect((await record(right)).body.figures.map(shown)[1]).toEqual(['tasks-done', 2, after(12)])
    expect(await codeOf(record({ ...right, id: newId() }))).toBe('command.decision-corrected')
    expect(await codeOf(record({ ...one, id: newId(), decidedAt: '2230-01-01T00:00:00Z' }))).toBe(
      'command.decided-ahead',
    )
    expect(
      await codeOf(record({ ...one, id: newId(), figures: [{ ...of('tasks-done', 1), figure: 'nothing' }] })),
    ).toBe('kernel.input-invalid')

    const officer = await stage.as.role('township-officer', { division: `${county}100` })
    expect(await codeOf(record({ ...one, id: newId() }, officer))).toBe('kernel.not-allowed')
    const own = { ...one, id: newId(), division: `${county}100` }
    expect(await codeOf(record({ ...own, figures: [of('tasks-done', 1)] }, officer))).toBe('command.area-not-yours')
    expect((await record({ ...own, figures: [] }, officer)).body.arrival).toBe('new')
    expect((await officer.get('/decisions')).body.items.map(({ id }: { id: string }) => id)).toEqual([own.id])

    const { items } = (await desk.get('/decisions')).body
    expect(items.map(({ id }: { id: string }) => id).sort()).toEqual([right.id, own.id].sort())
    const all = (await desk.get('/decisions?corrected=true')).body.items
    const old = all.find(({ id }: { id: string }) => id === one.id)
    expect(old).toMatchObject({ correctedBy: right.id, document: { id: documentId, number } })
    expect(old.figures.map(shown)).toEqual(values)
    const cadre = await stage.as.role('village-cadre', { division: `${county}100201` })
    expect(await codeOf(cadre.get('/decisions'))).toBe('kernel.not-allowed')
  }),
)
