import type { TFunction } from 'i18next'
import type { Tone } from '../../ui/tag.tsx'
import type { CaseRow, Entry, Status } from './queries.ts'

export const statuses = [
  'fever',
  'suspected',
  'confirmed',
  'asymptomatic',
  'excluded',
] as const satisfies readonly Status[]
export const origins = [
  'checkpoint',
  'reading',
  'visit',
  'clinic',
  'self-report',
] as const satisfies readonly CaseRow['origin'][]

export const toneOf: Record<Status, Tone> = {
  fever: 'caution',
  suspected: 'caution',
  confirmed: 'alarm',
  asymptomatic: 'alarm',
  excluded: 'ok',
}

/** Masked as the server sends it; somebody whose record lies elsewhere is known by an id only. */
export const patientName = (t: TFunction, { visible, name }: CaseRow['person']): string =>
  visible ? (name ?? t('cases.unnamed')) : t('cases.beyond')

type Setting = Parameters<typeof settingName>[1]
/** The settings of contacts have their words with the contacts. */
export const settingName = (t: TFunction, setting: string): string =>
  setting === 'affected-area' || setting === 'unknown'
    ? t(`caseForm.settingElse.${setting}`)
    : t(`exposureWords.kind.${setting as 'household'}`)
export type { Setting }

/** What an entry says, in a line. */
export function entrySaid(t: TFunction, { kind, code, day, details }: Entry): string {
  switch (kind) {
    case 'decision':
      return `${t(`cases.statuses.${code as Status}`)} · ${t(`caseForm.grounds.${details.ground ?? 'clinical'}`)} · ${details.institution ?? ''}`
    case 'sample':
      return `${t(`caseForm.specimens.${code as 'other'}`)} · ${details.laboratory ?? ''}`
    case 'result':
      return `${t(`caseForm.tests.${details.test ?? 'pcr'}`)} ${t(`caseForm.findings.${code as 'unfit'}`)}${details.titre ? ` 1:${details.titre}` : ''}`
    case 'onset':
      return day ?? t('caseForm.noOnset')
    case 'report':
      return `${t(`caseForm.turns.${code as 'first'}`)} · ${details.cardNo ?? ''} · ${details.unit ?? ''}`
    case 'investigation':
      return details.unit ?? ''
    case 'source':
      return `${settingName(t, code)} · ${t(`caseForm.certainties.${details.certainty ?? 'high'}`)}`
    default:
      return (details.answers ?? [])
        .map(({ code: item, present }) => `${item} ${t(present ? 'caseFile.yes' : 'caseFile.no')}`)
        .join(', ')
  }
}
