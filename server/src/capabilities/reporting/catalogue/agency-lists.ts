import { figuresOf } from './figure.ts'

export const agencyListsFigures = figuresOf('agency-lists', [
  {
    name: 'comparisons',
    kind: 'cumulative',
    unit: 'person-time',
    zh: '核查部门名单人次',
    en: 'Entries of agency lists verified',
    source: { view: 'comparisons_v1', sum: ['verified'] },
  },
])
