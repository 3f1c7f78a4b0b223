import { remindOffices } from '../../../src/capabilities/command/jobs.reminders.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Special } from '../part.ts'

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
).toString('base64')
const say = ({ hands }: Area, path: string, said: object) => made(hands.desk.post(path, { id: newId(), ...said }))
const TIMES = { at: AT, receiptBy: AT, dueAt: AT }

async function tasksOf({ hands, village }: Area, query: string): Promise<string> {
  const { items } = await made(hands.desk.get(`/tasks?area=${village}&exact=true&${query}`))
  return items[0].id
}

/** A document that the village has to read. */
export async function openTask({ stage, township, village }: Area, documentId: unknown) {
  const officer = await stage.as.role('township-officer', { division: township })
  const said = { id: newId(), measureId: null, targets: { to: 'places', divisions: [village] }, ...TIMES }
  await made(officer.post(`/documents/${documentId}/tasks`, said))
}
async function decision(area: Area) {
  const { mark, village: division } = area
  const figures = [{ figure: 'tasks-done', area: division, asOf: AT }]
  const said = {
    division,
    post: `${mark}组长`,
    decidedAt: AT,
    decision: `${mark}督办`,
    grounds: `${mark}未签收`,
    figures,
  }
  return (await say(area, '/decisions', said)).id
}

async function measure(area: Area, documentId: unknown) {
  const id = newId()
  const one = {
    id,
    point: null,
    title: `${area.mark}禁止聚餐`,
    details: `${area.mark}红事缓办`,
    // A unit is a word of twelve characters at most.
    asks: { count: `${area.mark.slice(0, 8)}桌` },
  }
  await made(area.hands.desk.post(`/documents/${documentId}/measures`, { measures: [one] }))
  return id
}
async function given(area: Area, documentId: unknown) {
  const measureId = await measure(area, documentId)
  const targets = { to: 'places', divisions: [area.village] }
  await say(area, `/documents/${documentId}/tasks`, { measureId, targets, ...TIMES })
  return { measureId, taskId: await tasksOf(area, `measureId=${measureId}`) }
}

/** A measure of the document given to the village and done, another passed on, and what the village was told of a withdrawal. */
export async function handDown(area: Area, documentId: string) {
  const { stage, mark, village } = area
  const { measureId, taskId } = await given(area, documentId)
  const { id: photoId } = await say(area, `/tasks/${taskId}/photos`, { content: PICTURE })
  const done = { step: 'done', note: `${mark}劝退两桌`, quantity: 2, photoIds: [photoId], recordedAt: AT }
  await say(area, `/tasks/${taskId}/steps`, done)
  const passed = await given(area, documentId)
  const toTask = newId()
  await say(area, `/tasks/${passed.taskId}/reassignment`, {
    ...{ toTask, division: village, dueAt: '2220-01-01T00:00:00Z' },
    note: `${mark}转办`,
  })
  const late = await given(area, documentId)
  await stage.inside((ctx) => remindOffices(ctx))
  const beside = {
    late: late.taskId,
    lateMeasure: late.measureId,
    passed: passed.taskId,
    passedMeasure: passed.measureId,
    toTask,
  }
  const more = Object.fromEntries(Object.entries(beside).map(([name, id]) => [`command/${name}`, id]))
  return { measureId, taskId, 'command/photo': photoId, decisionId: await decision(area), ...more }
}

const FIELDS = ['documentId', 'measureId', 'id']
const TASKS_TOLD: Special['toldInCounty'] = {
  because: 'Measures are what an issued document says, and that is for everybody in the county.',
  fields: FIELDS,
  hears: ({ mark, things, village, township }) => [mark, village, township, ...Object.values(things)],
}
const noPhotos = { photoIds: () => [] }
const fresh = async (area: Area) => {
  const { taskId } = await given(area, area.things['documentId'])
  return { taskId }
}
/** Only what an office handed to the place itself is read or done there. */
const PLACED = ['county-desk', 'township-officer', 'village-cadre'] as const
const WATCHING = [...PLACED, 'data-verifier', 'auditor'] as const

export const tasksOperations = (told: Special['toldInCounty']): Record<string, Special> => ({
  'command.measure.add': {
    ...(told ? { toldInCounty: told } : {}),
    say: { measures: ({ mark }: Area) => [{ id: newId(), title: `${mark}措施` }] },
  },
  // States, counted by name.
  'command.measure.list': { open: ['counts'], ...(TASKS_TOLD ? { toldInCounty: TASKS_TOLD } : {}) },
  'command.task.give': {
    ...(told ? { toldInCounty: told } : {}),
    say: { measureId: () => null, targets: ({ village }: Area) => ({ to: 'places', divisions: [village] }), ...TIMES },
  },
  'command.task.list': {},
  'command.task.read': { may: WATCHING },
  'command.task.step': {
    may: PLACED,
    say: {
      step: 'received',
      note: () => null,
      quantity: () => null,
      dueAt: () => null,
      deviceSeq: () => null,
      ...noPhotos,
    },
    fresh,
  },
  'command.task.photo': { may: PLACED, say: { content: PICTURE } },
  'command.task.photo.read': {
    may: WATCHING,
    unread: true,
    say: { photoId: ({ things }: Area) => things['command/photo'] },
  },
  'command.task.reassign': {
    say: {
      toTask: () => newId(),
      postId: () => null,
      division: ({ village }: Area) => village,
      dueAt: '2220-01-01T00:00:00Z',
    },
    fresh,
  },
  'command.decision.record': {
    say: {
      figures: ({ village }: Area) => [{ figure: 'tasks-done', area: village, asOf: AT }],
      documentId: ({ things }: Area) => things['documentId'],
      corrects: () => null,
      why: () => null,
    },
    ...(told ? { toldInCounty: told } : {}),
  },
  'command.decision.list': { ...(told ? { toldInCounty: told } : {}) },
  'command.chain.read': { open: ['counts', 'below'], ...(TASKS_TOLD ? { toldInCounty: TASKS_TOLD } : {}) },
})
