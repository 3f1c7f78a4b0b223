import { figuresOf } from './figure.ts'

const of = (kind: string, column: string) => ({ view: 'closures_v1', sum: [column], where: { kind } })

export const closuresFigures = figuresOf('closures', [
  {
    name: 'venues-to-close',
    kind: 'stock',
    unit: 'venue',
    zh: '应关停场所数',
    en: 'Venues that have to be closed',
    source: of('venue', 'should'),
  },
  {
    name: 'venues-closed',
    kind: 'stock',
    unit: 'venue',
    zh: '其中检查确认已关停',
    en: 'Of which found closed',
    subsetOf: 'venues-to-close',
    source: of('venue', 'closed'),
  },
  {
    name: 'venues-in-breach',
    kind: 'stock',
    unit: 'venue',
    zh: '其中检查发现仍在营业',
    en: 'Of which found open',
    subsetOf: 'venues-to-close',
    source: of('venue', 'breaches'),
  },
  {
    name: 'gatherings-called-off',
    kind: 'stock',
    unit: 'gathering',
    zh: '取消的集体活动数',
    en: 'Gatherings called off',
    source: of('gathering', 'should'),
  },
  {
    name: 'lines-suspended',
    kind: 'stock',
    unit: 'line',
    zh: '停运的客运线路数',
    en: 'Lines of transport suspended',
    source: of('line', 'should'),
  },
])
