import { figuresOf } from './figure.ts'

export const casesFigures = figuresOf('cases', [
  {
    name: 'fevers-elsewhere',
    kind: 'cumulative',
    unit: 'person',
    zh: '其他途径发现发热人数',
    en: 'Fevers found elsewhere than at checkpoints',
    source: { view: 'cases_v1', sum: ['fevers'], not: { origin: 'checkpoint' } },
  },
  {
    name: 'fevers-elsewhere-excluded',
    kind: 'cumulative',
    unit: 'person',
    zh: '其中已排除',
    en: 'Of whom examined and excluded',
    subsetOf: 'fevers-elsewhere',
    source: { view: 'cases_v1', sum: ['fevers_excluded'], not: { origin: 'checkpoint' } },
  },
  {
    name: 'suspected-now',
    kind: 'stock',
    unit: 'person',
    zh: '现有疑似病例',
    en: 'Suspected cases now',
    source: { view: 'cases_v1', sum: ['suspected'] },
  },
  {
    name: 'suspected',
    kind: 'cumulative',
    unit: 'person',
    zh: '累计疑似病例',
    en: 'Suspected cases',
    source: { view: 'cases_v1', sum: ['ever_suspected'] },
  },
  {
    name: 'confirmed',
    kind: 'cumulative',
    unit: 'person',
    zh: '累计确诊病例',
    en: 'Confirmed cases',
    source: { view: 'cases_v1', sum: ['ever_confirmed'] },
  },
  {
    name: 'asymptomatic',
    kind: 'cumulative',
    unit: 'person',
    zh: '累计无症状感染者',
    en: 'Infected without symptoms',
    source: { view: 'cases_v1', sum: ['ever_asymptomatic'] },
  },
])
