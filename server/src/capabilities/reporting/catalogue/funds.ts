import { figuresOf } from './figure.ts'

export const fundsFigures = figuresOf('funds', [
  {
    name: 'funds-appropriated',
    kind: 'cumulative',
    unit: 'fen',
    zh: '财政拨款',
    en: 'Appropriated by the budgets',
    source: { view: 'funds_v1', sum: ['received'], where: { kind: 'appropriation' } },
  },
  {
    name: 'funds-donated',
    kind: 'stock',
    unit: 'fen',
    zh: '社会捐款',
    en: 'Donated in money',
    source: { view: 'funds_v1', sum: ['received'], where: { kind: 'donation' } },
  },
  {
    name: 'funds-available',
    kind: 'stock',
    unit: 'fen',
    zh: '可用资金',
    en: 'Money promised to nobody yet',
    source: { view: 'funds_v1', sum: ['available'] },
  },
  {
    name: 'funds-committed',
    kind: 'stock',
    unit: 'fen',
    zh: '已承诺未支付',
    en: 'Promised and not paid yet',
    source: { view: 'funds_v1', sum: ['committed'] },
  },
  {
    name: 'funds-paid',
    kind: 'stock',
    unit: 'fen',
    zh: '已支付',
    en: 'Paid',
    source: { view: 'funds_v1', sum: ['paid'] },
  },
])
