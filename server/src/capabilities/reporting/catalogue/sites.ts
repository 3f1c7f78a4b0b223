import { figuresOf } from './figure.ts'

export const sitesFigures = figuresOf('sites', [
  {
    name: 'living-in-sites',
    kind: 'stock',
    unit: 'person',
    zh: '集中隔离点在住人数',
    en: 'People living in central isolation sites',
    source: { view: 'sites_v1', sum: ['persons'] },
  },
  {
    name: 'site-rooms',
    kind: 'stock',
    unit: 'room',
    zh: '集中隔离点可用房间数',
    en: 'Rooms for living in isolation sites',
    source: { view: 'sites_v1', sum: ['rooms'] },
  },
  {
    name: 'site-rooms-free',
    kind: 'stock',
    unit: 'room',
    zh: '其中可入住',
    en: 'Of which free',
    subsetOf: 'site-rooms',
    source: { view: 'sites_v1', sum: ['free'] },
  },
])
