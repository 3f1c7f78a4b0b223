import { refusal } from '../../kernel/problem.ts'

export const siteUnknown = refusal<{ id: string }>('sites.unknown', 404, 'later', {
  zh: '没有找到这个集中隔离点({id})。如刚刚设立,请稍后再试。',
  en: 'This isolation site ({id}) is not known. If it has just been set up, try again in a moment.',
})
export const divisionUnknown = refusal<{ division: string }>('sites.division-unknown', 404, 'later', {
  zh: '没有找到区划代码 {division}。请先导入本县区划,或核对代码。',
  en: 'The division {division} is not known. Import the county first, or check the code.',
})
export const siteClosed = refusal<{ closedAt: string }>('sites.closed', 409, 'never', {
  zh: '该隔离点已于 {closedAt} 关闭,此后的记录不能登记。请核对时间。',
  en: 'The site was closed at {closedAt}; nothing later than that can be recorded. Check the time.',
})
export const siteOpen = refusal('sites.open', 409, 'never', {
  zh: '该隔离点正在使用,无需重新启用。',
  en: 'The site is open; there is nothing to reopen.',
})
export const stillLived = refusal<{ count: number }>('sites.still-lived-in', 409, 'later', {
  zh: '隔离点里还有 {count} 人,不能关闭。请先办理离点。',
  en: 'There are still {count} people in the site, so it cannot be closed. Let them leave first.',
})
export const outOfTime = refusal<{ at: string }>('sites.out-of-time', 422, 'never', {
  zh: '时间 {at} 不对:晚于现在,或早于隔离点启用。请核对。',
  en: 'The time {at} cannot be right: it lies in the future, or before the site was opened.',
})
export const turnBeforeLast = refusal<{ at: string; last: string }>('sites.turn-before-last', 422, 'never', {
  zh: '时间 {at} 早于上一次变动的时间 {last}。',
  en: 'The time {at} lies before the last change ({last}).',
})
export const labelTaken = refusal<{ label: string }>('sites.label-taken', 409, 'never', {
  zh: '该隔离点已有房间 {label}。',
  en: 'The site already has a room {label}.',
})
export const roomUnknown = refusal<{ id: string }>('sites.room-unknown', 404, 'later', {
  zh: '没有找到这个房间({id})。',
  en: 'This room ({id}) is not known.',
})
export const roomTaken = refusal<{ label: string }>('sites.room-taken', 409, 'never', {
  zh: '房间 {label} 这段时间已有人住。一人一间;确需同住的,请选明与谁同住和理由。',
  en: 'Somebody lives in room {label} at that time. One person a room; where two have to share, say with whom and why.',
})
export const roomNotDisinfected = refusal<{ label: string }>('sites.room-not-disinfected', 409, 'later', {
  zh: '房间 {label} 上一位离开后还没有终末消毒,暂不能住人。请先登记消毒。',
  en: 'Room {label} has not been disinfected since the last person left it. Record the disinfection first.',
})
export const roomNotForLiving = refusal<{ label: string }>('sites.room-not-for-living', 409, 'never', {
  zh: '房间 {label} 停用或不在隔离区,不能住人。',
  en: 'Room {label} is out of use or outside the zone in which people live.',
})
export const notBeside = refusal('sites.not-beside', 409, 'never', {
  zh: '要同住的人当时不在这个房间。请核对房间和同住人。',
  en: 'Whoever the room is to be shared with does not live in it at that time. Check the room and the person.',
})
export const bedsTaken = refusal<{ label: string; beds: number }>('sites.beds-taken', 409, 'never', {
  zh: '房间 {label} 只有 {beds} 张床,已住满。',
  en: 'Room {label} has {beds} beds, and all are taken.',
})
export const orderUnknown = refusal<{ id: string }>('sites.order-unknown', 404, 'later', {
  zh: '没有找到这份集中隔离决定({id})。没有决定不能入住;如刚下达,请稍后再试。',
  en: 'This order of central isolation ({id}) is not known. Nobody is taken in without one; if it was just made, try again in a moment.',
})
export const orderNotStanding = refusal<{ startsAt: string; endsAt: string }>(
  'sites.order-not-standing',
  409,
  'never',
  {
    zh: '集中隔离决定的效力是 {startsAt} 至 {endsAt},入住时间不在其中。',
    en: 'The order of central isolation stands from {startsAt} to {endsAt}; the time given lies outside it.',
  },
)
export const livesHere = refusal('sites.lives-here', 409, 'never', {
  zh: '此人这段时间已住在一个房间里。请先办理换房或离点。',
  en: 'This person lives in a room already at that time. Record a change of room or the leaving first.',
})
export const lodgingUnknown = refusal<{ id: string }>('sites.lodging-unknown', 404, 'later', {
  zh: '没有找到这条入住记录({id})。',
  en: 'This lodging ({id}) is not known.',
})
export const lodgingOver = refusal<{ endedAt: string }>('sites.lodging-over', 409, 'never', {
  zh: '入住已于 {endedAt} 结束(到期或已离点),不能再登记。',
  en: 'The lodging ended at {endedAt} (by its order, or because the person left); nothing more can be recorded.',
})
export const notMistaken = refusal<{ at: string }>('sites.not-mistaken', 422, 'never', {
  zh: '误登记的入住须以入住时间 {at} 结束。',
  en: 'A lodging recorded by mistake ends at the time at which it began, {at}.',
})
export const alreadySaid = refusal<{ id: string }>('sites.already-said', 409, 'never', {
  zh: '这件事已经登记过({id})。',
  en: 'This has been recorded already ({id}).',
})
export const recordUnknown = refusal<{ id: string }>('sites.record-unknown', 404, 'later', {
  zh: '这个隔离点没有这条记录({id})。',
  en: 'The site has no such record ({id}).',
})
export const vehicleUnknown = refusal<{ id: string }>('sites.vehicle-unknown', 404, 'later', {
  zh: '没有找到这辆转运车({id})。',
  en: 'This vehicle ({id}) is not known.',
})
export const vehicleNotCleaned = refusal<{ label: string }>('sites.vehicle-not-cleaned', 409, 'later', {
  zh: '{label} 上一趟之后还没有清洗消毒,不能再出车。请先登记。',
  en: '{label} has not been cleaned since its last ride, so it cannot leave again. Record the cleaning first.',
})
export const postUnknown = refusal<{ id: string }>('sites.post-unknown', 404, 'later', {
  zh: '没有找到随车岗位({id})。',
  en: 'A post of the crew ({id}) is not known.',
})
export const transferUnknown = refusal<{ id: string }>('sites.transfer-unknown', 404, 'later', {
  zh: '没有找到这趟转运({id})。',
  en: 'This transfer ({id}) is not known.',
})
export const notArrived = refusal('sites.not-arrived', 409, 'later', {
  zh: '这趟转运还没有到达,到达后才能清洗消毒。',
  en: 'The ride has not arrived; the vehicle is cleaned after that.',
})
export const rideTakenBack = refusal('sites.ride-taken-back', 409, 'never', {
  zh: '这趟转运已作废,不能再登记到达或清洗。',
  en: 'This ride was taken back, so nothing more is recorded of it.',
})
export const cleanedAfter = refusal('sites.cleaned-after', 409, 'later', {
  zh: '这趟转运到达之后已登记清洗消毒;请先作废清洗记录,再作废到达。',
  en: 'The vehicle was cleaned after this arrival. Take the cleaning back first, then the arrival.',
})
export const changeUnknown = refusal<{ id: string }>('sites.shift-change-unknown', 404, 'later', {
  zh: '没有找到这份交接班记录({id})。',
  en: 'This shift change ({id}) is not known.',
})
export const ownChange = refusal('sites.own-shift-change', 409, 'never', {
  zh: '交班的人不能自己接班,请由接班人员登录确认。',
  en: 'Whoever hands over does not take over as well; the next shift signs in and accepts.',
})
