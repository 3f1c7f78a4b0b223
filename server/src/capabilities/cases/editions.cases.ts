import type { CaseRule } from './rules.ts'

const term = (code: string, zh: string, en: string) => ({ code, zh, en })

const FEVER = term('fever', '发热', 'Fever')
const COUGH = term('cough', '咳嗽', 'Cough')
const RASH = term('rash', '皮疹', 'Rash')
const PCR = term('pcr-positive', '核酸检测阳性', 'PCR positive')
const SEQUENCE = term(
  'sequence-homologous',
  '病毒基因测序与已知毒株高度同源',
  'Gene sequence highly homologous with the known virus',
)
const EXPOSED = term('contact-with-case', '接触过病例或其体液', 'Contact with a case or its body fluids')

/** Two of the three findings with one item of history; without any history all three. */
export const covidRule: CaseRule = {
  history: [
    term(
      'affected-area',
      '到过或居住在武汉市及周边地区,或其他有病例报告的社区',
      'Travel to or residence in Wuhan and surroundings, or another community with reported cases',
    ),
    term('contact-with-positive', '接触过核酸检测阳性者', 'Contact with somebody PCR-positive'),
    term(
      'contact-with-ill-from-there',
      '接触过来自上述地区的发热或有呼吸道症状的人',
      'Contact with somebody with fever or respiratory symptoms from such a place',
    ),
    term('cluster', '聚集性发病', 'One of a cluster'),
  ],
  historyDays: 14,
  findings: [
    term('fever-or-respiratory', '发热和(或)呼吸道症状', 'Fever and/or respiratory symptoms'),
    term('imaging', '具有肺炎影像学特征', 'Imaging typical of the pneumonia'),
    term(
      'blood-count',
      '发病早期白细胞总数正常或降低,淋巴细胞计数减少',
      'White cells normal or low and lymphocytes low early in the disease',
    ),
  ],
  suspected: [
    { history: 1, findings: 2 },
    { history: 0, findings: 3 },
  ],
  confirmed: [PCR, SEQUENCE],
}

/** The imaging has to be one of the two. */
export const covidNarrowRule: CaseRule = {
  ...covidRule,
  suspected: [
    {
      history: 1,
      findings: 2,
      anyOf: [
        ['fever-or-respiratory', 'imaging'],
        ['imaging', 'blood-count'],
      ],
    },
    { history: 0, findings: 3 },
  ],
}

/** From the diagnosis plan of March 2020 on blood may confirm too. */
export const covidSerumRule: CaseRule = {
  ...covidRule,
  confirmed: [
    PCR,
    SEQUENCE,
    term('igm-and-igg-positive', '特异性IgM和IgG均为阳性', 'IgM and IgG both positive'),
    term(
      'igg-turned-or-fourfold',
      'IgG由阴转阳,或恢复期较急性期升高4倍及以上',
      'IgG turned positive, or at least fourfold between the acute and the convalescent sample',
    ),
  ],
}

export const measlesRule: CaseRule = {
  history: [],
  findings: [
    FEVER,
    RASH,
    COUGH,
    term('coryza', '卡他症状(流涕、喷嚏)', 'Coryza'),
    term('conjunctivitis', '结膜炎', 'Conjunctivitis'),
  ],
  suspected: [
    {
      history: 0,
      findings: 3,
      anyOf: [
        ['fever', 'rash', 'cough'],
        ['fever', 'rash', 'coryza'],
        ['fever', 'rash', 'conjunctivitis'],
      ],
    },
  ],
  confirmed: [term('measles-igm-positive', '麻疹IgM抗体阳性', 'Measles IgM positive')],
}

export const chikungunyaRule: CaseRule = {
  history: [],
  findings: [FEVER, term('joint-pain', '关节痛', 'Joint pain'), RASH],
  suspected: [{ history: 0, findings: 2, anyOf: [['fever', 'joint-pain']] }],
  confirmed: [PCR],
}

export const sarsRule: CaseRule = {
  history: [
    term('contact-with-case', '与病例有密切接触', 'Close contact with a case'),
    term('affected-area', '到过或居住在发病地区', 'Travel to or residence in an affected area'),
  ],
  findings: [term('fever', '发热(38℃及以上)', 'Fever (from 38 °C)'), COUGH],
  suspected: [{ history: 1, findings: 1, anyOf: [['fever']] }],
  confirmed: [PCR],
}

export const ebolaRule: CaseRule = {
  history: [EXPOSED],
  findings: [FEVER],
  suspected: [{ history: 1, findings: 1 }],
  confirmed: [PCR],
}

export const h5n1Rule: CaseRule = {
  history: [
    term('animal-exposure', '接触过病死禽畜或受污染环境', 'Exposure to sick or dead animals, or where they were'),
    term('contact-with-case', '与病例有接触(约2米以内)', 'Contact with a case (within about 2 m)'),
  ],
  findings: [term('fever', '发热或发热感', 'Fever or feverish'), COUGH, term('red-eyes', '结膜充血', 'Red eyes')],
  suspected: [{ history: 1, findings: 1 }],
  confirmed: [PCR],
}
