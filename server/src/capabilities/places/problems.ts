import { refusal } from '../../kernel/problem.ts'

export const countyUnknown = refusal<{ code: string; edition: string }>('places.county-unknown', 404, 'never', {
  zh: '{edition} 版统计用区划代码中没有县级代码 {code}。请核对六位代码;港澳台地区不在该名录内。',
  en: 'The {edition} edition of the statistical division list has no county with the code {code}. Check the six digits; Hong Kong, Macao and Taiwan are not in this list.',
})
export const countyNotHere = refusal<{ code: string; county: string }>('places.county-not-here', 409, 'never', {
  zh: '这里是 {county} 的数据,不能导入另一个县({code})的区划。',
  en: 'These are the data of county {county}; the divisions of another county ({code}) cannot be imported into them.',
})
export const divisionUnknown = refusal<{ division: string }>('places.division-unknown', 404, 'later', {
  zh: '没有找到区划代码 {division}。请先导入本县区划,或核对代码。',
  en: 'The division {division} is not known. Import the county first, or check the code.',
})
export const levelDiffers = refusal<{ code: string; level: string }>('places.level-differs', 409, 'never', {
  zh: '代码 {code} 已登记为另一级别({level}),一个代码始终属于一个单位。',
  en: 'The code {code} is there already on another level ({level}); a code belongs to one unit for ever.',
})
export const namedToday = refusal<{ code: string }>('places.named-today', 409, 'later', {
  zh: '{code} 的名称今天已改过一次,请明天再改。',
  en: 'The name of {code} was recorded today already; change it tomorrow.',
})
export const outlineMissing = refusal<{ code: string }>('places.outline-missing', 404, 'never', {
  zh: '没有 {code} 的县界图形(开发区和近年调整的区划没有收录);地图仍可使用。',
  en: 'There is no outline for {code} (development zones and recently redrawn counties have none); the map works without.',
})
export const checkpointUnknown = refusal<{ id: string }>('places.checkpoint-unknown', 404, 'later', {
  zh: '没有找到这个检查点({id})。如刚刚设立,请稍后再试。',
  en: 'This checkpoint ({id}) is not known. If it has just been set up, try again in a moment.',
})
export const checkpointClosed = refusal<{ id: string; closedAt: string }>('places.checkpoint-closed', 409, 'never', {
  zh: '这个检查点已于 {closedAt} 撤销,无需再次撤销。',
  en: 'This checkpoint was closed already, at {closedAt}.',
})
export const checkpointOpen = refusal<{ id: string }>('places.checkpoint-open', 409, 'never', {
  zh: '这个检查点正在运行,无需恢复。',
  en: 'This checkpoint is open; there is nothing to reopen.',
})
export const turnBeforeLast = refusal<{ at: string; last: string }>('places.turn-before-last', 422, 'never', {
  zh: '时间 {at} 早于该检查点上一次设立、撤销或恢复的时间 {last}。',
  en: 'The time {at} lies before the checkpoint was last opened, closed or reopened ({last}).',
})
export const timeAhead = refusal<{ at: string }>('places.time-ahead', 422, 'never', {
  zh: '时间 {at} 在未来,请核对日期或设备时钟。',
  en: 'The time {at} lies in the future; check the date or the device clock.',
})
export const compoundUnknown = refusal<{ id: string }>('places.compound-unknown', 404, 'later', {
  zh: '没有找到这个小区({id})。',
  en: 'This compound ({id}) is not known.',
})
export const unitWithoutPresence = refusal('places.unit-without-presence', 422, 'never', {
  zh: '填写了单位名称,却选择了“没有”。请二者择一。',
  en: 'A unit is named although there is said to be none. Give one or the other.',
})
export const outsideCountry = refusal<{ lon: number; lat: number }>('places.outside-country', 422, 'never', {
  zh: '坐标(经度 {lon},纬度 {lat})不在国内。请检查经度和纬度是否写反。',
  en: 'The position (longitude {lon}, latitude {lat}) is not in the country. Check that longitude and latitude are not swapped.',
})
