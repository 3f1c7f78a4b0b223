import type { Body } from '@qunfang/client'
import { caseRules } from '@qunfang/client/rules'
import { instant } from '../../device/clock.ts'
import type { FeverRule } from '../../replica/reference.ts'
import type { DueCheck } from '../../replica/watched.ts'

export type Site = FeverRule['site']
export interface ReadingForm {
  /** Digits only: 365 is 36.5. */
  temperature: string
  site: Site
  symptoms: string[]
  way: 'team' | 'phone'
}
export const emptyReading = (site: Site): ReadingForm => ({ temperature: '', site, symptoms: [], way: 'team' })

export const degreesOf = ({ temperature }: Pick<ReadingForm, 'temperature'>): number | null =>
  temperature.length === 3 ? Number(temperature) / 10 : null
export const isWithin = (degrees: number | null): boolean => degrees === null || (degrees >= 30 && degrees <= 45)

export function isHot(form: ReadingForm, fever: FeverRule | null): boolean {
  const temperatureC = degreesOf(form)
  return temperatureC !== null && caseRules.isFever({ body: { fever } }, { temperatureC, site: form.site })
}

type Reading = Body<'/isolation/readings/batch'>['items'][number]
/** The check is named only when the door was opened for one that is over: what is due now, the time says by itself. */
export function toReading(
  form: ReadingForm,
  { id, orderId, at, check }: { id: string; orderId: string; at: number; check: DueCheck | null },
): Reading {
  return {
    id,
    orderId,
    recordedAt: instant(at),
    temperatureC: degreesOf(form),
    site: form.site,
    symptoms: form.symptoms,
    way: form.way,
    ...(check?.standing === 'due' ? { day: check.day, slot: check.slot } : {}),
  }
}
