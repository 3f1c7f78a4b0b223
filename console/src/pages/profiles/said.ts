import { symptomRules } from '@qunfang/client/rules'
import type { TFunction } from 'i18next'
import { type Body, said } from './queries.ts'

/** What an edition says, in words: the same lines in its table, beside another edition, and wherever else it is shown. */
export interface Row {
  key: RowKey
  section: Section
  /** Where in the body it stands, for the marks of what is to be checked and what is wrong. */
  path: string
  lines: string[]
}
export const sections = ['signs', 'infection', 'observation', 'tests', 'secondary', 'cases', 'clocks', 'other'] as const
export type Section = (typeof sections)[number]
export type RowKey = keyof ReturnType<typeof linesOf>

const list = (t: TFunction, words: readonly string[] = []): string[] =>
  words.length > 0 ? [words.join(t('profiles.comma'))] : []
const one = (text: string | undefined | false | null): string[] => (text ? [text] : [])
const range = (t: TFunction, days?: readonly [number, number] | null) =>
  days ? [t('profiles.dayRange', { from: days[0], to: days[1] })] : []
const tests = (t: TFunction, days?: readonly number[]) =>
  days && days.length > 0 ? [t('profiles.onDays', { days: days.join(t('profiles.comma')) })] : []
const count = (t: TFunction, key: 'days' | 'aDay' | 'hours', value?: number) =>
  value === undefined ? [] : [t(`profiles.${key}`, { count: value })]

function feverLines(t: TFunction, fever: Body['fever']): string[] {
  if (!fever) return [t('profiles.noFever')]
  const { comparison, thresholdC, site, bySite = {} } = fever
  const sign = comparison === '>' ? '>' : '≥'
  const others = Object.entries(bySite).map(
    ([other, degrees]) => `${t(`words.site.${other as typeof site}`)} ${sign} ${degrees} ℃`,
  )
  return [`${t(`words.site.${site}`)} ${sign} ${thresholdC.toFixed(1)} ℃`, ...others]
}

function secondaryLines(t: TFunction, secondary: Body['secondary']): string[] {
  if (secondary === undefined) return []
  if (typeof secondary === 'string') return [t(`profiles.secondaries.${secondary}`)]
  const { days, mode, testDays, primaryNegatives } = secondary
  return [
    [t('profiles.days', { count: days }), t(`profiles.mode.${mode}`)].join(t('profiles.comma')),
    ...tests(t, testDays),
    ...one(primaryNegatives !== undefined && t('profiles.primaryNegatives', { count: primaryNegatives })),
  ]
}

function waysOf(t: TFunction, rule: NonNullable<Body['caseRule']>): string[] {
  const nameOf = (code: string) => {
    const found = rule.findings.find((finding) => finding.code === code)
    return found ? said(found) : code
  }
  return rule.suspected.flatMap(({ history, findings, anyOf = [] }) => {
    const form = history === 0 ? 'wayAlone' : findings === 0 ? 'wayHistory' : 'way'
    const sets = anyOf.map((set) => set.map(nameOf).join(' + ')).join(t('profiles.or'))
    return [t(`profiles.${form}`, { history, findings }), ...one(sets && t('profiles.wayAnyOf', { sets }))]
  })
}

const exclusionLines = (t: TFunction, exclusion: Body['exclusion']): string[] =>
  exclusion
    ? [
        t('profiles.negatives', { count: exclusion.negatives, hours: exclusion.gapHours }),
        ...one(
          exclusion.antibodyNegativeDay !== undefined && t('profiles.antibody', { day: exclusion.antibodyNegativeDay }),
        ),
      ]
    : []

const symptomNames = (codes: readonly string[] = []) =>
  codes.map((code) => {
    const found = symptomRules.symptoms.find((symptom) => symptom.code === code)
    return found ? said(found) : code
  })

function otherLines(t: TFunction, body: Body) {
  const { searchRadiusM, vehicle, exposures, distanceM, lostToFollowUp, asymptomaticTraveller: traveller } = body
  return {
    searchRadiusM: one(searchRadiusM && t('profiles.metres', { from: searchRadiusM[0], to: searchRadiusM[1] })),
    vehicle: one(vehicle && t('profiles.seats', { rows: vehicle.seatRows, days: vehicle.lookbackDays })),
    exposures: list(
      t,
      exposures?.map((source) => t(`profiles.source.${source}`)),
    ),
    distanceM: one(distanceM !== undefined && t('profiles.metre', { count: distanceM })),
    lostToFollowUp: one(lostToFollowUp && t('profiles.yes')),
    asymptomaticTraveller: one(
      traveller &&
        [
          t('profiles.traveller', { days: traveller.days, count: traveller.checksPerDay }),
          t(traveller.isolated ? 'profiles.travellerIsolated' : 'profiles.travellerFree'),
        ].join(t('profiles.comma')),
    ),
  }
}

function caseLines(t: TFunction, { caseRule, exclusion, contactsReleasedWhenExcluded, symptoms, release }: Body) {
  return {
    history: caseRule?.history.map(said) ?? [],
    historyDays: count(t, 'days', caseRule?.historyDays),
    findings: caseRule?.findings.map(said) ?? [],
    suspected: caseRule ? waysOf(t, caseRule) : [],
    confirmed: caseRule?.confirmed.map(said) ?? [],
    exclusion: exclusionLines(t, exclusion),
    contactsReleasedWhenExcluded: one(
      contactsReleasedWhenExcluded !== undefined && t(contactsReleasedWhenExcluded ? 'profiles.yes' : 'profiles.no'),
    ),
    symptoms: one(symptoms && said(symptoms)),
    release: one(release && said(release)),
  }
}

function linesOf(t: TFunction, body: Body) {
  const { observation, testDays = {}, reportHours = {}, infectiousDays } = body
  return {
    fever: feverLines(t, body.fever),
    symptomCodes: list(t, symptomNames(body.symptomCodes)),
    anchor: [t(`profiles.anchors.${body.anchor}`)],
    incubationDays: range(t, body.incubationDays),
    typicalDays: range(t, body.typicalDays),
    extremeDays: range(t, body.extremeDays),
    infectiousDays: one(infectiousDays && t('profiles.dayToDay', { from: infectiousDays[0], to: infectiousDays[1] })),
    lookbackDays: count(t, 'days', body.lookbackDays),
    serialIntervalMean: count(t, 'days', body.serialInterval?.meanDays),
    serialIntervalSd: count(t, 'days', body.serialInterval?.sdDays),
    observationDays: count(t, 'days', observation.days),
    modes: list(
      t,
      observation.modes.map((mode) => t(`profiles.mode.${mode}`)),
    ),
    modeRule: one(observation.modeRule && t('profiles.modeRuleText')),
    monitoringDays: observation.monitoringDays > 0 ? count(t, 'days', observation.monitoringDays) : [],
    monitoringKind: one(observation.monitoringKind && t(`profiles.monitoring.${observation.monitoringKind}`)),
    checksPerDay: observation.checksPerDay > 0 ? count(t, 'aDay', observation.checksPerDay) : [],
    contacts: [t(`profiles.contactsOf.${observation.contacts}`)],
    testsCentral: tests(t, testDays.central),
    testsHome: tests(t, testDays.home),
    testsCaseHome: tests(t, testDays.caseHome),
    secondary: secondaryLines(t, body.secondary),
    ...caseLines(t, body),
    reportSuspected: count(t, 'hours', reportHours.suspected),
    reportConfirmed: count(t, 'hours', reportHours.confirmed),
    reportAsymptomatic: count(t, 'hours', reportHours.asymptomatic),
    reportLaboratory: count(t, 'hours', reportHours.laboratory),
    reportInvestigation: count(t, 'hours', reportHours.investigation),
    laboratoryTransportHours: count(t, 'hours', body.laboratoryTransportHours),
    cluster: (body.cluster ?? []).map(({ cases, days, scope }) =>
      t('profiles.clusterOf', { cases, days, scope: t(`profiles.scopes.${scope as 'township'}`) }),
    ),
    ...otherLines(t, body),
  }
}

type Places = Record<RowKey, readonly [Section, string]>
export const places: Places = {
  fever: ['signs', 'fever'],
  symptomCodes: ['signs', 'symptomCodes'],
  anchor: ['infection', 'anchor'],
  incubationDays: ['infection', 'incubationDays'],
  typicalDays: ['infection', 'typicalDays'],
  extremeDays: ['infection', 'extremeDays'],
  infectiousDays: ['infection', 'infectiousDays'],
  lookbackDays: ['infection', 'lookbackDays'],
  serialIntervalMean: ['infection', 'serialInterval.meanDays'],
  serialIntervalSd: ['infection', 'serialInterval.sdDays'],
  contacts: ['observation', 'observation.contacts'],
  observationDays: ['observation', 'observation.days'],
  modes: ['observation', 'observation.modes'],
  modeRule: ['observation', 'observation.modeRule'],
  checksPerDay: ['observation', 'observation.checksPerDay'],
  monitoringDays: ['observation', 'observation.monitoringDays'],
  monitoringKind: ['observation', 'observation.monitoringKind'],
  testsCentral: ['tests', 'testDays.central'],
  testsHome: ['tests', 'testDays.home'],
  testsCaseHome: ['tests', 'testDays.caseHome'],
  secondary: ['secondary', 'secondary'],
  history: ['cases', 'caseRule.history'],
  historyDays: ['cases', 'caseRule.historyDays'],
  findings: ['cases', 'caseRule.findings'],
  suspected: ['cases', 'caseRule.suspected'],
  confirmed: ['cases', 'caseRule.confirmed'],
  exclusion: ['cases', 'exclusion'],
  contactsReleasedWhenExcluded: ['cases', 'contactsReleasedWhenExcluded'],
  symptoms: ['cases', 'symptoms'],
  release: ['cases', 'release'],
  reportSuspected: ['clocks', 'reportHours.suspected'],
  reportConfirmed: ['clocks', 'reportHours.confirmed'],
  reportAsymptomatic: ['clocks', 'reportHours.asymptomatic'],
  reportInvestigation: ['clocks', 'reportHours.investigation'],
  reportLaboratory: ['clocks', 'reportHours.laboratory'],
  laboratoryTransportHours: ['clocks', 'laboratoryTransportHours'],
  cluster: ['other', 'cluster'],
  searchRadiusM: ['other', 'searchRadiusM'],
  vehicle: ['other', 'vehicle'],
  exposures: ['other', 'exposures'],
  distanceM: ['other', 'distanceM'],
  lostToFollowUp: ['other', 'lostToFollowUp'],
  asymptomaticTraveller: ['other', 'asymptomaticTraveller'],
}

export function rowsOf(t: TFunction, body: Body): Row[] {
  const lines = linesOf(t, body)
  return (Object.keys(places) as RowKey[]).map((key) => {
    const [section, path] = places[key]
    return { key, section, path, lines: lines[key] }
  })
}

/** Whether a path, or something it holds or lies within, is one of these. */
export const isMarked = (path: string, marked: readonly string[] = []): boolean =>
  marked.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`))
