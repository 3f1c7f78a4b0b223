import { figuresOf } from './figure.ts'

export const isolationFigures = figuresOf('isolation', [
  {
    name: 'isolated-home',
    kind: 'stock',
    unit: 'person',
    zh: '现有居家隔离人数',
    en: 'People isolated at home now',
    source: { view: 'isolated_v1', sum: ['standing'], where: { kind: 'home' } },
  },
  {
    name: 'isolated-central',
    kind: 'stock',
    unit: 'person',
    zh: '现有集中隔离人数',
    en: 'People isolated in central places now',
    source: { view: 'isolated_v1', sum: ['standing'], where: { kind: 'central' } },
  },
  {
    name: 'isolation-ordered',
    kind: 'cumulative',
    unit: 'person-time',
    zh: '累计采取隔离人次',
    en: 'People put into isolation',
    source: { view: 'isolation_v1', sum: ['opened'] },
  },
  {
    name: 'isolation-released',
    kind: 'cumulative',
    unit: 'person-time',
    zh: '累计解除隔离人次',
    en: 'People released from isolation',
    source: { view: 'isolation_v1', sum: ['released'] },
  },
  {
    name: 'readings-taken',
    kind: 'increment',
    unit: 'person-time',
    zh: '当日体温监测人次',
    en: 'Checks made that day',
    source: { view: 'readings_v1', sum: ['taken'] },
  },
  {
    name: 'readings-abnormal',
    kind: 'increment',
    unit: 'person-time',
    zh: '其中体温或症状异常',
    en: 'Of which abnormal',
    subsetOf: 'readings-taken',
    source: { view: 'readings_v1', sum: ['abnormal'] },
  },
])
