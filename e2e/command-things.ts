import { anOrder, aSubject, dayOf, on } from '../server/src/capabilities/closures/closures.factory.ts'
import { aContent, aSeries, givenDraft, issue, signed } from '../server/src/capabilities/command/documents.factory.ts'
import { after, giveTo, tasksOf } from '../server/src/capabilities/command/tasks.factory.ts'
import { aFinding, anInspection } from '../server/src/capabilities/inspections/inspections.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import type { ConsoleStage } from './console-stage.ts'

/** One of everything of the command, inspections and closures, and the addresses of the pages that show it. */
export async function commandPages(stage: ConsoleStage, village: string): Promise<string[]> {
  const { desk, county } = stage
  const division = String(county)
  const say = async (path: string, said: object): Promise<string> => {
    const body = { id: newId(), ...said }
    const reply = await desk.post(path, body)
    if (reply.status !== 200 && reply.status !== 201) throw new Error(`${path}: ${JSON.stringify(reply.body)}`)
    return body.id
  }
  const series = aSeries(division)
  await desk.post('/document-series', series)
  const { documentId } = await signed(desk, await stage.as.countyDesk(), await givenDraft(desk, series.id, aContent()))
  await issue(desk, { documentId, versionId: documentId })
  const measureId = newId()
  await say(`/documents/${documentId}/measures`, {
    id: undefined,
    measures: [{ id: measureId, title: '禁止各类聚餐' }],
  })
  await giveTo(desk, { documentId, measureId, targets: { to: 'townships' } })
  const [task] = [...(await tasksOf(desk, `measureId=${measureId}`)).values()]
  const at = after(0)
  const group = { division, mandate: '统一调度', at }
  const top = await say('/organisation/bodies', { ...group, kind: 'leading-group', title: '领导小组' })
  await say('/organisation/bodies', { ...group, kind: 'office', title: '防控办', parentId: top })
  await say('/response-ladders', { division, title: '省级响应', rungs: ['Ⅱ', 'Ⅰ'] })
  const tasks = [{ what: '设立检查劝返点', role: '农村防控组', withinHours: 12 }]
  await say('/response-plans', { division, title: '非典防治应急预案', year: 2003, tasks })
  const figures = [{ figure: 'tasks-given', area: division, asOf: after(1) }]
  const decided = { decision: '逐级督办', grounds: '未按时签收', post: '防控办主任', decidedAt: after(1), figures }
  await say('/decisions', { division, ...decided })
  await say('/inspection-checklists/start', { id: undefined })
  const days = { area: division, placeKinds: ['village'], from: '2020-01-26', to: '2020-02-26' }
  await say('/inspection-plans', { title: '每日抽查', ...days })
  const inspection = anInspection(village, { findings: [aFinding()] })
  await say('/inspections', inspection)
  const subject = aSubject(village)
  await say('/closures/subjects', subject)
  const years = aSeries(division, { code: '试疫防通', firstYear: Number(on(10).slice(0, 4)) })
  await desk.post('/document-series', years)
  const notice = await signed(desk, await stage.as.countyDesk(), await givenDraft(desk, years.id))
  await issue(desk, notice, on(10))
  const from = { startsAt: on(50), endsOn: dayOf(75), reviewOn: dayOf(60) }
  const order = anOrder(division, { documentId: notice.documentId, classes: ['ktv'], ...from })
  await say('/closures/orders', order)
  return [
    ...['/command', '/command?view=organisation', '/command?view=rota&from=2020-02-01'],
    ...['/documents', '/documents/new', `/documents/${documentId}`, '/command/measures', '/command/decisions'],
    ...[`/command/measures/${documentId}`, `/command/tasks?documentId=${documentId}`, `/command/tasks/${task}`],
    ...['', '?view=findings&state=all', '?view=visits', '?view=plans', '/new'].map((one) => `/inspections${one}`),
    ...[`/inspections/${inspection.id}`, '/closures', '/closures?view=venue', '/closures?view=orders'],
    ...[`/closures/subjects/${subject.id}`, `/closures/orders/${order.id}`],
  ]
}
