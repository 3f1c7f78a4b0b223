import { refusal } from '../../kernel/problem.ts'

export const personUnknown = refusal<{ id: string }>('exposures.person-unknown', 404, 'later', {
  zh: '没有找到这个人({id})。如刚登记,请待其送达后再记录。',
  en: 'This person is not known ({id}). If they were just registered, wait until that is delivered.',
})
export const gatheringUnknown = refusal<{ id: string }>('exposures.gathering-unknown', 404, 'later', {
  zh: '没有找到这场聚集活动({id}),请先登记活动。',
  en: 'This gathering is not known ({id}); record the gathering first.',
})
export const placeUnknown = refusal<{ key: string }>('exposures.place-unknown', 404, 'later', {
  zh: '没有暴露场所“{key}”,请先登记场所。',
  en: 'There is no exposure place "{key}"; record the place first.',
})
export const inFuture = refusal<{ at: string; now: string }>('exposures.in-future', 422, 'never', {
  zh: '时间({at})晚于当前时间({now}),请核对。',
  en: 'The time ({at}) lies after the present ({now}); please check it.',
})
export const timesReversed = refusal('exposures.times-reversed', 422, 'never', {
  zh: '结束时间早于开始时间,请核对。',
  en: 'The end lies before the beginning; please check the times.',
})
export const withOneself = refusal('exposures.with-oneself', 422, 'never', {
  zh: '接触的双方不能是同一个人。',
  en: 'A contact needs two different persons.',
})
export const numberNotOfMeans = refusal('exposures.number-not-of-means', 422, 'never', {
  zh: '车牌只用于小汽车,车次、航班号用于其他交通工具,请核对交通方式。',
  en: 'A plate belongs to a car, and the number of a service to everything else; check the means of transport.',
})
export const correctedUnknown = refusal<{ id: string }>('exposures.corrected-unknown', 404, 'later', {
  zh: '没有找到要更正的记录({id})。',
  en: 'The record to correct is not known ({id}).',
})
export const correctedAlready = refusal<{ id: string; by: string }>('exposures.corrected-already', 409, 'never', {
  zh: '记录 {id} 已被更正,请更正最新的一条({by})。',
  en: 'The record {id} has been corrected already; correct the newest one ({by}).',
})
export const correctionOfOther = refusal('exposures.correction-of-other', 422, 'never', {
  zh: '更正不能换人:请作废原记录,再为另一人新记一条。',
  en: 'A correction cannot move a record to another person: void it, and record a new one for the other.',
})
export const nobodyThere = refusal<{ id: string }>('exposures.nobody', 404, 'never', {
  zh: '在您的辖区内没有这个人({id})。',
  en: 'There is no such person in your area ({id}).',
})
export const categoryUnknown = refusal<{ code: string }>('exposures.category-unknown', 404, 'never', {
  zh: '没有分类“{code}”。',
  en: 'There is no category "{code}".',
})
export const categoryCircular = refusal<{ code: string }>('exposures.category-circular', 422, 'never', {
  zh: '分类“{code}”的定义绕回到了自己,请检查所引用的分类。',
  en: 'The definition of "{code}" comes back to itself; check the categories it names.',
})
export const keptOutTwice = refusal('exposures.kept-out-twice', 422, 'never', {
  zh: '用来排除的分类,本身不能再带排除条件。',
  en: 'A category that keeps others out must not have one that keeps it out.',
})
export const categoryNeeded = refusal<{ code: string; by: string }>('exposures.category-needed', 409, 'never', {
  zh: '分类“{code}”还被“{by}”引用,不能停用。',
  en: 'The category "{code}" is still used by "{by}" and cannot be retired.',
})
export const versionPassed = refusal<{ key: string; version: number }>('exposures.version-passed', 409, 'never', {
  zh: '“{key}”已有第 {version} 版,请在最新版本上修改。',
  en: '"{key}" is at version {version} already; change the newest version.',
})
export const centreNeeded = refusal('exposures.centre-needed', 422, 'never', {
  zh: '请指定以谁或以哪个分类为中心。',
  en: 'Say whose rings, or the rings around which category.',
})
