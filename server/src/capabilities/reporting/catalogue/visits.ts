import { figuresOf } from './figure.ts'

export const visitsFigures = figuresOf('visits', [
  {
    name: 'households-to-visit',
    kind: 'stock',
    unit: 'household',
    zh: '应入户数',
    en: 'Households that the running round asks',
    source: { view: 'visits_v1', sum: ['households'] },
    needs: 'round',
  },
  {
    name: 'households-visited',
    kind: 'stock',
    unit: 'household',
    zh: '已见户数',
    en: 'Of whom met, spoken to by phone, or found empty and sealed',
    subsetOf: 'households-to-visit',
    source: { view: 'visits_v1', sum: ['met', 'phone', 'sealed'] },
    needs: 'round',
  },
  {
    name: 'households-not-met',
    kind: 'stock',
    unit: 'household',
    zh: '敲门未见户数',
    en: 'Of whom knocked at with nobody met',
    subsetOf: 'households-to-visit',
    source: { view: 'visits_v1', sum: ['notice', 'nobody'] },
    needs: 'round',
  },
  {
    name: 'households-refused',
    kind: 'stock',
    unit: 'household',
    zh: '拒绝入户户数',
    en: 'Of whom refused',
    subsetOf: 'households-to-visit',
    source: { view: 'visits_v1', sum: ['refused'] },
    needs: 'round',
  },
])
