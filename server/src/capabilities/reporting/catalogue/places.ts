import { figuresOf } from './figure.ts'

const stock = { kind: 'stock' as const, unit: 'place' as const }
const division = (level: string) => ({ view: 'divisions_v1', sum: ['units'], where: { level } })
const compounds = (column: string) => ({ view: 'compounds_v2', sum: [column] })

export const placesFigures = figuresOf('places', [
  { ...stock, name: 'townships', zh: '乡镇', en: 'Townships', source: division('township') },
  { ...stock, name: 'villages', zh: '行政村', en: 'Villages', source: division('village') },
  { ...stock, name: 'communities', zh: '社区', en: 'Communities', source: division('community') },
  { ...stock, name: 'compounds', zh: '住宅小区', en: 'Compounds', source: compounds('compounds') },
  {
    ...stock,
    name: 'compounds-managed',
    zh: '其中有物业',
    en: 'Of which managed',
    subsetOf: 'compounds',
    source: compounds('managed'),
  },
  {
    ...stock,
    name: 'compounds-unmanaged',
    zh: '其中无物业',
    en: 'Of which not managed',
    subsetOf: 'compounds',
    source: compounds('unmanaged'),
  },
  {
    ...stock,
    name: 'compounds-three-no',
    zh: '其中“三无”',
    en: 'Of which three-no',
    subsetOf: 'compounds-unmanaged',
    source: compounds('three_no'),
  },
])
