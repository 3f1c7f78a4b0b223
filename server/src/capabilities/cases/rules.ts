import { dayInChina } from '../places/rules.clock.ts'
import type { Term } from './rules.symptoms.ts'

/** What a disease profile decides. Pure, so that phones, reports and the server call the same reading a fever. */
export type MeasuringSite = 'forehead' | 'axillary' | 'ear' | 'wrist'

export interface FeverRule {
  /** COVID-19 plans say "above", SARS and Ebola "from": 37.3 itself is no fever under the first kind. */
  comparison: '>' | '>='
  thresholdC: number
  /** Where the plan measures. Other sites are judged by the same figure until a county sets one for them. */
  site: MeasuringSite
  bySite?: Partial<Record<MeasuringSite, number>> | undefined
}

export interface DiseaseProfile {
  code: string
  disease: string
  zh: string
  en: string
  /** Days in the county's zone, both included; null is open, or for a profile that no plan dates. */
  validFrom: string | null
  validTo: string | null
  body: ProfileBody
}

/** When somebody is a suspected case, and what makes a suspected case a confirmed one. */
export interface CaseRule {
  history: Term[]
  /** How many days before onset the history reaches; absent where no plan says. */
  historyDays?: number | undefined
  findings: Term[]
  /**
   * Any one of these ways: at least so many items of history and so many findings. With `anyOf` the findings have to hold one of
   * these sets whole.
   */
  suspected: Array<{ history: number; findings: number; anyOf?: string[][] | undefined }>
  /** Any one of them confirms a suspected case. */
  confirmed: Term[]
}

/** Days count from the anchor: day 1 is the day after it. */
export interface ProfileBody {
  fever: FeverRule | null
  anchor: 'last-exposure' | 'rash'
  incubationDays: [number, number] | null
  typicalDays?: [number, number]
  /** Extremes that were reported, beyond the range that is planned for. */
  extremeDays?: [number, number]
  /** From–to, relative to onset (or rash). */
  infectiousDays?: [number, number]
  lookbackDays?: number
  /** From the onset of one case to that of those it infected; no plan says it, so it comes from what was published. */
  serialInterval?: { meanDays: number; sdDays: number }
  observation: {
    days: number
    modes: Array<'central' | 'home'>
    modeRule?: 'before-onset-home-after-onset-central'
    monitoringDays: number
    monitoringKind?: 'home-monitoring' | 'home-isolation'
    checksPerDay: number
    contacts: 'all' | 'susceptible' | 'none'
  }
  testDays?: { central?: number[]; home?: number[]; caseHome?: number[] }
  /** `primaryNegatives`: so many tests of the contact they met have to be negative too before they go. */
  secondary?:
    | { days: number; mode: 'central' | 'home'; testDays: number[]; primaryNegatives?: number }
    | 'traced'
    | 'none'
  exclusion?: { negatives: number; gapHours: number; antibodyNegativeDay?: number }
  reportHours?: {
    suspected?: number
    confirmed?: number
    asymptomatic?: number
    laboratory?: number
    investigation?: number
  }
  cluster?: Array<{ cases: number; days: number; scope: string }>
  caseRule?: CaseRule
  /** What is asked at every check; codes of rules.symptoms.ts. */
  symptomCodes?: string[]
  /** Contacts of a suspected case go home at once when the case is excluded. */
  contactsReleasedWhenExcluded?: boolean
  /** What no figure says: how a case looks, and when one may go. The machine reads `caseRule`. */
  symptoms?: { zh: string; en: string }
  release?: { zh: string; en: string }
  searchRadiusM?: [number, number]
  vehicle?: { lookbackDays: number; seatRows: number }
  exposures?: Array<'human' | 'animal'>
  distanceM?: number
  lostToFollowUp?: true
  laboratoryTransportHours?: number
  asymptomaticTraveller?: { days: number; checksPerDay: number; isolated: boolean }
  /** Dates or figures of this profile that no source states exactly. */
  uncertain?: string[]
}

/** A profile without a temperature rule makes no fever out of a thermometer alone. */
export function isFever(
  profile: { body: Pick<ProfileBody, 'fever'> },
  reading: { temperatureC: number; site: MeasuringSite },
): boolean {
  const rule = profile.body.fever
  if (!rule) return false
  const threshold = rule.bySite?.[reading.site] ?? rule.thresholdC
  return rule.comparison === '>' ? reading.temperatureC > threshold : reading.temperatureC >= threshold
}

type Dated = Pick<DiseaseProfile, 'disease' | 'validFrom' | 'validTo'>

/** The editions of a disease in the order of their first days. */
export const editionsOf = <P extends Dated>(profiles: readonly P[], disease: string): readonly P[] =>
  profiles
    .filter((profile) => profile.disease === disease)
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))

/**
 * The edition whose days contain the moment. Before the first plan the first one is used, so that a reading taken in the first
 * days is judged at all.
 */
export function editionAt<P extends Dated>(editions: readonly P[], at: Date): P | undefined {
  const day = dayInChina(at)
  const holds = ({ validFrom, validTo }: P) => (validFrom ?? '') <= day && (validTo ?? '9999') >= day
  return editions.findLast(holds) ?? editions[0]
}
