import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { remindersDue, standingOf, type TaskState } from './rules.tasks.ts'
import { countByPlace, tellReminders } from './sql.chain.ts'
import { findTasks, listTaskRows } from './sql.tasks.ts'
import { after, aStep, givenTasks, giveTo, tasksOf } from './tasks.factory.ts'

const STEPS = ['delivered', 'received', 'read', 'doing', 'done', 'returned'] as const
/** Whole hours, so that steps and clocks often fall on the same moment. */
const histories = fc.sample(
  fc.array(fc.record({ step: fc.constantFrom(...STEPS), hour: fc.integer({ min: 0, max: 70 }), later: fc.boolean() }), {
    maxLength: 7,
  }),
  { numRuns: 80, seed: 7 },
)
const WITHDRAWN = 62

async function givenHistories(stage: Scenario) {
  const { desk, documentId, measureId, issued } = await givenTasks(stage)
  const more = Array.from({ length: 12 }, () => ({ id: newId(), title: '其他措施' }))
  await desk.post(`/documents/${documentId}/measures`, { measures: more })
  for (const { id } of more) await giveTo(desk, { documentId, measureId: id, targets: { to: 'everywhere' } })
  const other = await issued()
  for (const one of [documentId, other.documentId])
    await giveTo(desk, { documentId: one, targets: { to: 'everywhere' } })
  const found = []
  for (const id of [measureId, ...more.map((one) => one.id)])
    found.push(...(await tasksOf(desk, `measureId=${id}`)).values())
  for (const id of [documentId, other.documentId])
    found.push(...(await tasksOf(desk, `documentId=${id}&kind=document`)).values())
  const items = found.flatMap((taskId, nth) =>
    (histories[nth] ?? []).map(({ step, hour, later }) =>
      aStep(taskId, step, {
        recordedAt: after(hour),
        ...(step === 'done' || step === 'returned' ? { note: '说明' } : {}),
        ...(step === 'returned' && later ? { dueAt: after(hour + 30) } : {}),
      }),
    ),
  )
  const { body } = await desk.post('/task-steps/batch', { items })
  const codes = new Set(body.verdicts.flatMap((one: { problem?: { code: string } }) => one.problem?.code ?? []))
  expect([...codes].sort()).toEqual(['command.step-unfit'])
  await desk.post(`/documents/${documentId}/withdrawal`, { id: newId(), at: after(WITHDRAWN), why: '情况变化' })
}

/** By document, place and state, as the sheet counts them and as they are listed one by one. */
const onTheSheet = ({ inside, county }: Scenario, moment: Date, documentIds: readonly string[]) =>
  inside(async ({ tx }) => {
    const found: string[] = []
    for (const documentId of documentIds)
      for (const { division, state, tasks } of await countByPlace(tx, {
        ...{ documentId, measureId: null, area: String(county), moment },
      }))
        found.push(`${documentId} ${division} ${state} ${tasks}`)
    return found.sort()
  })

const inDatabase = ({ inside, county }: Scenario, moment: Date) =>
  inside(async ({ tx }) => {
    const all = { documentId: null, measureId: null, kind: null, exact: false, state: null, role: null, after: null }
    const rows = await listTaskRows(tx, { ...all, area: String(county), moment, limit: 500 })
    const tasks = await findTasks(
      tx,
      rows.map(({ id }) => id),
    )
    return rows.flatMap((row) => {
      const task = tasks.get(row.id)
      return task ? [{ row, task }] : []
    })
  })

test(
  'the database and the rule agree on where every task stood at every moment',
  scenario(async (stage) => {
    await givenHistories(stage)
    const seen = new Set<TaskState>()
    for (const hour of [0, 3, 4, 7, 20, 41, 56, 61, 62, 70, 99]) {
      const moment = new Date(after(hour))
      const said = await inDatabase(stage, moment)
      expect(said.length).toBeGreaterThan(70)
      for (const { row, task } of said) {
        const { state, dueAt, deliveredAt, heardAt, readAt, doneAt } = row
        const told = { state, dueAt, deliveredAt, heardAt, readAt, doneAt }
        expect(told, `${task.kind} at ${hour}: ${JSON.stringify(task.signs)}`).toEqual(
          standingOf(task, task.signs, moment),
        )
        seen.add(state)
      }
      const counts = new Map<string, number>()
      for (const { row } of said) {
        const key = `${row.documentId} ${row.division} ${row.state}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      const listed = [...counts].map(([key, tasks]) => `${key} ${tasks}`).sort()
      const documentIds = [...new Set(said.map(({ row }) => row.documentId))]
      expect(await onTheSheet(stage, moment, documentIds)).toEqual(listed)
    }
    expect([...seen].sort()).toEqual(
      ['doing', 'done', 'ended', 'late', 'not-received', 'read', 'received', 'returned', 'silent'].sort(),
    )
  }),
)

test(
  'and on which offices have to be told',
  scenario(async (stage) => {
    await givenHistories(stage)
    for (const hour of [6, 30, 58, 66]) {
      const moment = new Date(after(hour))
      const due = (await inDatabase(stage, moment)).flatMap(({ row, task }) =>
        remindersDue(row, standingOf(task, task.signs, moment), moment).map(
          ({ about, level, division }) => `${row.id} ${about} ${level} ${division}`,
        ),
      )
      const undone = new Error('undone')
      const told: string[] = []
      await stage
        .inside(async ({ tx }) => {
          const rows = await tellReminders(tx, stage.county, moment)
          told.push(...rows.map(({ taskId, about, level, division }) => `${taskId} ${about} ${level} ${division}`))
          throw undone
        })
        .catch((error) => expect(error).toBe(undone))
      expect(told.sort()).toEqual(due.sort())
      expect(told.length).toBeGreaterThan(0)
    }
  }),
)
