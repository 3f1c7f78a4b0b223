import type { TFunction } from 'i18next'
import { zh } from '../../i18n/zh/zh.ts'
import type { Tone } from '../../ui/tag.tsx'
import type { RoomState } from './queries.ts'

const has = <T extends object>(words: T, code: string): code is Extract<keyof T, string> => Object.hasOwn(words, code)

/** Needs are free words; the usual ones have codes, so that a kitchen reads them in its own language. */
export const usualNeeds = ['halal', 'vegetarian', 'diabetic', 'infant', 'allergy'] as const
export const needName = (t: TFunction, need: string): string =>
  has(zh.sites.need, need) ? t(`sites.need.${need}`) : need
export const needsName = (t: TFunction, needs: readonly string[]): string =>
  needs.length === 0 ? t('sites.noNeeds') : needs.map((need) => needName(t, need)).join(t('sites.comma'))
export const groundName = (t: TFunction, ground: string): string =>
  has(zh.sites.ground, ground) ? t(`sites.ground.${ground}`) : ground
export const areaName = (t: TFunction, area: string): string =>
  has(zh.sites.area, area) ? t(`sites.area.${area}`) : area
export const slotName = (t: TFunction, slot: string): string =>
  has(zh.sites.slot, slot) ? t(`sites.slot.${slot}`) : slot
export const siteKindName = (t: TFunction, kind: string): string =>
  has(zh.sites.crewKind, kind) ? t(`sites.crewKind.${kind}`) : kind

export const toneOf: Record<RoomState, Tone> = {
  free: 'ok',
  occupied: 'brand',
  'to-disinfect': 'caution',
  'out-of-use': 'plain',
  'not-for-living': 'plain',
}
