import { figuresOf } from './figure.ts'

const from = (column: string) => ({ view: 'inspections_v1', sum: [column] })

export const inspectionsFigures = figuresOf('inspections', [
  {
    name: 'inspections',
    kind: 'cumulative',
    unit: 'visit',
    zh: '督导检查次数',
    en: 'Inspections made',
    source: from('inspected'),
  },
  {
    name: 'inspections-led',
    kind: 'cumulative',
    unit: 'visit',
    zh: '其中领导带队',
    en: 'Of which led by a leader',
    subsetOf: 'inspections',
    source: from('led'),
  },
  {
    name: 'inspections-unannounced',
    kind: 'cumulative',
    unit: 'visit',
    zh: '其中不打招呼',
    en: 'Of which without notice',
    subsetOf: 'inspections',
    source: from('unannounced'),
  },
  {
    name: 'inspection-findings',
    kind: 'cumulative',
    unit: 'finding',
    zh: '检查发现问题数',
    en: 'Findings of inspections',
    source: from('findings'),
  },
  {
    name: 'inspection-findings-passed',
    kind: 'cumulative',
    unit: 'finding',
    zh: '其中已整改销号',
    en: 'Of which put right and passed',
    subsetOf: 'inspection-findings',
    source: from('passed'),
  },
  {
    name: 'inspection-findings-standing',
    kind: 'stock',
    unit: 'finding',
    zh: '未销号问题数',
    en: 'Findings that stand',
    source: from('standing'),
  },
  {
    name: 'inspection-findings-overdue',
    kind: 'stock',
    unit: 'finding',
    zh: '其中超期',
    en: 'Of which overdue',
    subsetOf: 'inspection-findings-standing',
    source: from('overdue'),
  },
])
