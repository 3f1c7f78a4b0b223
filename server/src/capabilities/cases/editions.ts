import {
  chikungunyaRule,
  covidNarrowRule,
  covidRule,
  covidSerumRule,
  ebolaRule,
  h5n1Rule,
  measlesRule,
  sarsRule,
} from './editions.cases.ts'
import type { DiseaseProfile, ProfileBody } from './rules.ts'

/**
 * The profiles a county starts with. They are copied into the county's table once and from then on the table counts: a new
 * edition is a new row there, and what is here stays as it was published.
 */
const edition = (
  code: string,
  disease: string,
  [zh, en]: [string, string],
  [validFrom, validTo]: [string | null, string | null],
  body: ProfileBody,
): DiseaseProfile => ({ code, disease, zh, en, validFrom, validTo, body })

const ed4: ProfileBody = {
  fever: { comparison: '>', thresholdC: 37.3, site: 'axillary' },
  anchor: 'last-exposure',
  incubationDays: [1, 14],
  typicalDays: [3, 7],
  lookbackDays: 0,
  // Nishiura, Linton, Akhmetzhanov, Int J Infect Dis 2020;93:284.
  serialInterval: { meanDays: 4.7, sdDays: 2.9 },
  observation: { days: 14, modes: ['central', 'home'], monitoringDays: 0, checksPerDay: 2, contacts: 'all' },
  reportHours: { suspected: 2, confirmed: 2, asymptomatic: 2, investigation: 24 },
  exclusion: { negatives: 2, gapHours: 24 },
  cluster: [{ cases: 2, days: 14, scope: 'small-setting' }],
  secondary: 'none',
  caseRule: covidRule,
  symptomCodes: [
    ...['cough', 'shortness-of-breath', 'chills', 'sputum', 'stuffy-nose', 'runny-nose', 'sore-throat', 'headache'],
    ...['weakness', 'muscle-pain', 'joint-pain', 'breathing-difficulty', 'chest-tightness', 'red-eyes', 'nausea'],
    ...['vomiting', 'diarrhoea', 'abdominal-pain'],
  ],
  contactsReleasedWhenExcluded: true,
}
const ed3: ProfileBody = { ...ed4, caseRule: covidNarrowRule }
const ed6: ProfileBody = {
  ...ed4,
  lookbackDays: 2,
  reportHours: { ...ed4.reportHours, laboratory: 12 },
  exclusion: { negatives: 2, gapHours: 24, antibodyNegativeDay: 7 },
  caseRule: covidSerumRule,
}
const ed7: ProfileBody = {
  ...ed6,
  observation: { ...ed6.observation, modes: ['central'] },
  cluster: [{ cases: 5, days: 14, scope: 'small-setting' }],
  secondary: 'traced',
}
const ed8: ProfileBody = {
  ...ed7,
  observation: { ...ed7.observation, monitoringDays: 7, monitoringKind: 'home-monitoring' },
  testDays: { central: [1, 4, 7, 14], home: [2, 7] },
  secondary: { days: 7, mode: 'central', testDays: [1, 4, 7], primaryNegatives: 2 },
}
const ed9: ProfileBody = {
  ...ed8,
  typicalDays: [2, 4],
  observation: { ...ed8.observation, days: 7, monitoringDays: 3 },
  testDays: { central: [1, 2, 3, 5, 7], home: [3] },
  secondary: { days: 7, mode: 'home', testDays: [1, 4, 7] },
}
const twenty: ProfileBody = {
  ...ed9,
  observation: { ...ed9.observation, days: 5, monitoringDays: 3, monitoringKind: 'home-isolation' },
  testDays: { central: [1, 2, 3, 5], home: [1, 3] },
  secondary: 'none',
}
const { monitoringKind: _, ...homeOnly } = twenty.observation
const newTen: ProfileBody = {
  ...twenty,
  observation: { ...homeOnly, days: 5, modes: ['home'], monitoringDays: 0 },
  testDays: { home: [5], caseHome: [6, 7] },
  release: { zh: '第6、7天核酸检测Ct值连续两次≥35', en: 'Ct at least 35 twice, on days 6 and 7' },
}

const covid = (
  code: string,
  [zh, en]: [string, string],
  days: [string, string | null],
  body: ProfileBody,
  uncertain?: string[],
) =>
  edition(`covid19-cn-${code}`, 'covid-19', [`新冠肺炎防控方案 ${zh}`, `COVID-19, China: ${en}`], days, {
    ...body,
    ...(uncertain ? { uncertain } : {}),
  })

const none = { days: 0, modes: [], monitoringDays: 0, checksPerDay: 0 }

export const publishedProfiles: readonly DiseaseProfile[] = [
  covid('ed3', ['第三版', 'edition 3'], ['2020-01-20', '2020-02-06'], ed3, [
    'validFrom',
    'reportHours',
    'cluster',
    'caseRule',
  ]),
  covid('ed4', ['第四版', 'edition 4'], ['2020-02-07', '2020-02-20'], ed4, ['validFrom']),
  covid('ed5', ['第五版', 'edition 5'], ['2020-02-21', '2020-03-06'], ed4),
  covid('ed6', ['第六版', 'edition 6'], ['2020-03-07', '2020-09-10'], ed6),
  covid('ed7', ['第七版', 'edition 7'], ['2020-09-11', '2021-05-13'], ed7, ['validTo', 'cluster']),
  covid('ed8', ['第八版', 'edition 8'], ['2021-05-14', '2022-06-26'], ed8, ['validFrom', 'cluster']),
  covid('ed9', ['第九版', 'edition 9'], ['2022-06-27', '2022-11-10'], ed9, ['lookbackDays', 'cluster']),
  covid('20m', ['二十条', 'twenty measures'], ['2022-11-11', '2022-12-06'], twenty, ['lookbackDays', 'cluster']),
  covid('new10', ['新十条', 'ten new measures'], ['2022-12-07', null], newTen),
  edition('sars-cn-2003', 'sars', ['传染性非典型肺炎 2003', 'SARS, China 2003'], [null, null], {
    fever: { comparison: '>=', thresholdC: 38, site: 'axillary' },
    anchor: 'last-exposure',
    incubationDays: [2, 10],
    extremeDays: [1, 16],
    // Lipsitch and others, Science 2003;300:1966.
    serialInterval: { meanDays: 8.4, sdDays: 3.8 },
    observation: {
      days: 14,
      modes: ['home', 'central'],
      modeRule: 'before-onset-home-after-onset-central',
      monitoringDays: 0,
      checksPerDay: 2,
      contacts: 'all',
    },
    caseRule: sarsRule,
    symptomCodes: [
      'cough',
      'shortness-of-breath',
      'breathing-difficulty',
      'headache',
      'muscle-pain',
      'weakness',
      'diarrhoea',
    ],
    vehicle: { lookbackDays: 3, seatRows: 3 },
    asymptomaticTraveller: { days: 14, checksPerDay: 1, isolated: false },
    uncertain: ['caseRule', 'symptomCodes', 'serialInterval'],
  }),
  edition('measles-cn-2024', 'measles', ['麻疹 2024', 'Measles, China 2024'], [null, null], {
    fever: null,
    anchor: 'rash',
    incubationDays: [7, 21],
    typicalDays: [10, 14],
    infectiousDays: [-4, 4],
    // Mean: Vink, Bootsma, Wallinga, Am J Epidemiol 2014;180:865.
    serialInterval: { meanDays: 11.7, sdDays: 2 },
    observation: { ...none, days: 21, checksPerDay: 1, contacts: 'susceptible' },
    caseRule: measlesRule,
    symptomCodes: ['rash', 'cough', 'runny-nose', 'red-eyes'],
    symptoms: {
      zh: '发热、出疹,并有咳嗽、卡他症状、结膜炎之一',
      en: 'Fever and rash with cough, coryza or conjunctivitis',
    },
    cluster: [
      { cases: 2, days: 10, scope: 'village-or-school' },
      { cases: 5, days: 10, scope: 'township' },
    ],
    laboratoryTransportHours: 24,
    uncertain: ['observation.checksPerDay', 'caseRule.confirmed', 'serialInterval'],
  }),
  edition('chik-cn-2025', 'chikungunya', ['基孔肯雅热 2025', 'Chikungunya, China 2025'], [null, null], {
    fever: null,
    anchor: 'last-exposure',
    incubationDays: [1, 12],
    typicalDays: [3, 7],
    infectiousDays: [0, 7],
    observation: { ...none, contacts: 'none' },
    searchRadiusM: [100, 200],
    caseRule: chikungunyaRule,
    symptomCodes: ['joint-pain', 'rash', 'headache', 'muscle-pain'],
    symptoms: { zh: '发热伴关节痛,病程第2–5天出疹', en: 'Fever and joint pain; rash on days 2 to 5' },
    release: {
      zh: '体温正常超过24小时且核酸阴性,或病程超过7天',
      en: 'Temperature normal for more than 24 hours and PCR negative, or a course of more than 7 days',
    },
    uncertain: ['searchRadiusM', 'caseRule.confirmed', 'symptomCodes'],
  }),
  edition('ebola-who', 'ebola', ['埃博拉出血热(世卫组织)', 'Ebola, WHO'], [null, null], {
    fever: { comparison: '>=', thresholdC: 38, site: 'axillary' },
    anchor: 'last-exposure',
    incubationDays: [2, 21],
    // WHO Ebola Response Team, N Engl J Med 2014;371:1481.
    serialInterval: { meanDays: 15.3, sdDays: 9.3 },
    observation: { ...none, days: 21, checksPerDay: 1, contacts: 'all' },
    caseRule: ebolaRule,
    symptomCodes: [
      'weakness',
      'headache',
      'muscle-pain',
      'vomiting',
      'diarrhoea',
      'abdominal-pain',
      'rash',
      'bleeding',
    ],
    lostToFollowUp: true,
    uncertain: ['caseRule', 'symptomCodes', 'serialInterval'],
  }),
  edition('h5n1-us-cdc', 'h5n1', ['人感染H5N1(美国疾控中心)', 'Novel influenza A (H5N1), US CDC'], [null, null], {
    fever: null,
    anchor: 'last-exposure',
    incubationDays: null,
    observation: { ...none, days: 10, checksPerDay: 1, contacts: 'all' },
    caseRule: h5n1Rule,
    symptomCodes: ['cough', 'red-eyes'],
    exposures: ['human', 'animal'],
    distanceM: 2,
    uncertain: ['caseRule', 'symptomCodes'],
  }),
]
