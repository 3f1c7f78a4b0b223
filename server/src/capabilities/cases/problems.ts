import { refusal } from '../../kernel/problem.ts'

export const diseaseUnknown = refusal<{ disease: string }>('cases.disease-unknown', 404, 'never', {
  zh: '没有“{disease}”的病种方案,请核对代码。',
  en: 'There is no disease profile called {disease}; check the code.',
})

export const editionUnknown = refusal<{ code: string }>('cases.edition-unknown', 404, 'never', {
  zh: '没有“{code}”这个版本,请核对代码。',
  en: 'There is no edition called {code}; check the code.',
})
export const editionCodeTaken = refusal<{ code: string }>('cases.edition-code-taken', 409, 'never', {
  zh: '代码“{code}”已用过(包括已放弃的草稿),请另取一个。',
  en: 'The code {code} has been used, perhaps by a draft that was dropped; choose another.',
})
export const editionFixed = refusal<{ code: string }>('cases.edition-fixed', 409, 'never', {
  zh: '“{code}”已定日期实行,内容不再改动。要改,请由它另起草一个版本。',
  en: 'Edition {code} has its day and is not changed any more. To change something, draft a new edition from it.',
})
export const draftDropped = refusal<{ code: string }>('cases.draft-dropped', 409, 'never', {
  zh: '草稿“{code}”已放弃。',
  en: 'The draft {code} has been dropped.',
})
export const draftChanged = refusal<{ code: string; version: number }>('cases.draft-changed', 409, 'never', {
  zh: '草稿“{code}”刚被别人改过,现为第{version}稿。请重新打开,核对后再保存。',
  en: 'Somebody has changed the draft {code} in the meantime; it is now at version {version}. Open it again, compare, and save then.',
})
export const editionBackdated = refusal<{ from: string; today: string }>('cases.edition-backdated', 422, 'never', {
  zh: '实行日期({from})早于今天({today})。已按原版本作出的判断不能事后改变,请填今天或以后的日期。',
  en: 'The first day ({from}) lies before today ({today}). What was judged under the former edition stays as it is; choose today or later.',
})
export const editionOverlaps = refusal<{ from: string; other: string; begins: string }>(
  'cases.edition-overlaps',
  409,
  'never',
  {
    zh: '“{other}”自 {begins} 起实行,新版本不能在 {from} 起与它重叠。请改日期。',
    en: 'Edition {other} begins on {begins}, and one from {from} on would overlap it. Choose another day.',
  },
)
export const editionLeavesGap = refusal<{ other: string; first: string; last: string }>(
  'cases.edition-leaves-gap',
  409,
  'never',
  {
    zh: '“{other}”到期后,{first} 至 {last} 将没有任何版本。请提前实行日期。',
    en: 'After edition {other} there would be no edition from {first} to {last}. Begin earlier.',
  },
)
export const diseasesDiffer = refusal<{ from: string; to: string }>('cases.diseases-differ', 422, 'never', {
  zh: '“{from}”与“{to}”不是同一种病的方案。',
  en: 'Editions {from} and {to} are of different diseases.',
})
export const changeoverNowhere = refusal<{ from: string }>('cases.changeover-nowhere', 422, 'never', {
  zh: '转换前后是同一个版本(“{from}”)。',
  en: 'The changeover leads from {from} to itself.',
})
export const notInForceThen = refusal<{ code: string; day: string }>('cases.not-in-force-then', 422, 'never', {
  zh: '“{code}”在 {day} 不在实行期内,不能转换到它。',
  en: 'Edition {code} is not in force on {day}, so nothing can change over to it then.',
})
export const changeoverBackdated = refusal<{ day: string; today: string }>('cases.changeover-backdated', 422, 'never', {
  zh: '转换日期({day})早于今天({today})。请填今天或以后的日期。',
  en: 'The day of the changeover ({day}) lies before today ({today}). Choose today or later.',
})
export const changeoverCrosses = refusal<{ day: string; code: string }>('cases.changeover-crosses', 409, 'never', {
  zh: '{day} 已有一道涉及“{code}”的转换令,同一天不能再转。',
  en: 'There is an order for {day} that touches {code} already; a second one on the same day would contradict it.',
})
