import { figuresOf } from './figure.ts'

const documents = (kind: string) => ({ view: 'documents_v1', sum: ['issued'], where: { kind } })
const tasks = (state: string) => ({ view: 'tasks_v1', sum: ['tasks'], where: { state } })

const bodies = (kind: string) => ({ view: 'bodies_v1', sum: ['bodies'], where: { kind } })

export const commandFigures = figuresOf('command', [
  {
    name: 'orders-issued',
    kind: 'cumulative',
    unit: 'document',
    zh: '累计印发指令',
    en: 'Orders issued',
    source: documents('directive'),
  },
  {
    name: 'public-notices-issued',
    kind: 'cumulative',
    unit: 'document',
    zh: '累计印发通告',
    en: 'Public notices issued',
    source: documents('notice'),
  },
  {
    name: 'work-letters-issued',
    kind: 'cumulative',
    unit: 'document',
    zh: '累计印发工作提示函',
    en: 'Work letters issued',
    source: documents('work-letter'),
  },
  {
    name: 'circulars-issued',
    kind: 'cumulative',
    unit: 'document',
    zh: '累计印发通知',
    en: 'Circulars issued',
    source: documents('circular'),
  },
  {
    name: 'tasks-given',
    kind: 'stock',
    unit: 'task',
    zh: '措施任务数',
    en: 'Tasks of measures',
    source: { view: 'tasks_v1', sum: ['tasks'], not: { state: 'reassigned' } },
  },
  {
    name: 'tasks-done',
    kind: 'stock',
    unit: 'task',
    zh: '其中已完成',
    en: 'Of which done',
    subsetOf: 'tasks-given',
    source: tasks('done'),
  },
  {
    name: 'tasks-late',
    kind: 'stock',
    unit: 'task',
    zh: '其中逾期',
    en: 'Of which late',
    subsetOf: 'tasks-given',
    source: tasks('late'),
  },
  {
    name: 'tasks-silent',
    kind: 'stock',
    unit: 'task',
    zh: '其中未签收且超时',
    en: 'Of which nobody has confirmed in time',
    subsetOf: 'tasks-given',
    source: tasks('silent'),
  },
  {
    name: 'special-groups',
    kind: 'stock',
    unit: 'team',
    zh: '专项组',
    en: 'Special groups',
    source: bodies('special-group'),
  },
  {
    name: 'task-forces',
    kind: 'stock',
    unit: 'team',
    zh: '工作专班',
    en: 'Task forces',
    source: bodies('task-force'),
  },
])
