import { refusal } from '../../kernel/problem.ts'

export const itemUnknown = refusal<{ id: string }>('supplies.item-unknown', 404, 'later', {
  zh: '没有找到这种物资({id})。如刚刚登记,请稍后再试。',
  en: 'This item ({id}) is not known. If it has just been added, try again in a moment.',
})
export const codeTaken = refusal<{ code: string }>('supplies.code-taken', 409, 'never', {
  zh: '代码 {code} 已用于另一种物资,请换一个。',
  en: 'The code {code} stands for another item; choose another.',
})
export const packUnknown = refusal<{ id: string }>('supplies.pack-unknown', 404, 'later', {
  zh: '这种物资没有这种包装({id}),或当时尚未启用。请先登记包装与换算。',
  en: 'The item has no such pack ({id}), or not yet at that time. Declare the pack and what it holds first.',
})
export const packTaken = refusal<{ label: string; from: string }>('supplies.pack-taken', 409, 'never', {
  zh: '包装“{label}”从 {from} 起已有换算。要更改,请写明新的启用日期。',
  en: 'What the pack “{label}” holds from {from} on is declared already. For a change give another day.',
})
export const notWhole = refusal<{ amount: string }>('supplies.not-whole', 422, 'never', {
  zh: '{amount} 换算后不是基本单位的整数。请用更小的单位填写。',
  en: '{amount} does not come to a whole number of the base unit. Say it in a smaller unit.',
})
export const nothingMoved = refusal('supplies.nothing-moved', 422, 'never', {
  zh: '数量须大于零。',
  en: 'The amount has to be more than nothing.',
})
export const lineTwice = refusal('supplies.line-twice', 422, 'never', {
  zh: '同一批号写了两行,请合并。',
  en: 'One lot stands on two lines; put them together.',
})
export const lotUnknown = refusal<{ id: string }>('supplies.lot-unknown', 404, 'later', {
  zh: '没有找到这个批次({id}),或它不属于这种物资。',
  en: 'This lot ({id}) is not known, or is not of this item.',
})
export const lotTaken = refusal<{ makerNo: string }>('supplies.lot-taken', 409, 'never', {
  zh: '批号 {makerNo} 已登记。',
  en: 'The lot {makerNo} is recorded already.',
})
export const lotExpired = refusal<{ expiresOn: string }>('supplies.lot-expired', 409, 'never', {
  zh: '该批次已于 {expiresOn} 过期,不能发放。请报损。',
  en: 'The lot expired on {expiresOn} and is not given out. Write it off.',
})
export const lotRecalled = refusal<{ makerNo: string }>('supplies.lot-recalled', 409, 'never', {
  zh: '批号 {makerNo} 正在召回,不能发放。',
  en: 'The lot {makerNo} is being recalled and is not given out.',
})
export const storeUnknown = refusal<{ id: string }>('supplies.store-unknown', 404, 'later', {
  zh: '没有找到这个库点({id})。',
  en: 'This store ({id}) is not known.',
})
export const divisionUnknown = refusal<{ division: string }>('supplies.division-unknown', 404, 'later', {
  zh: '没有找到区划代码 {division}。',
  en: 'The division {division} is not known.',
})
export const outOfTime = refusal<{ at: string }>('supplies.out-of-time', 422, 'never', {
  zh: '时间 {at} 不对:晚于现在、早于库点启用,或早于所依据的记录。请核对。',
  en: 'The time {at} cannot be right: in the future, before the store was opened, or before what it follows from.',
})
export const cardTooLong = refusal<{ most: number }>('supplies.card-too-long', 422, 'never', {
  zh: '这段时间超过 {most} 笔,请分段打印。',
  en: 'There are more than {most} movements in these days; print the card in parts.',
})
export const labelsTooMany = refusal<{ most: number }>('supplies.labels-too-many', 422, 'never', {
  zh: '这个库点超过 {most} 个批号,请在库存表里逐批打印标签。',
  en: 'There are more than {most} lots in this store; print the labels lot by lot.',
})
export const storeClosed = refusal<{ name: string }>('supplies.store-closed', 409, 'never', {
  zh: '库点“{name}”已停用,不再登记收发。',
  en: 'The store “{name}” was given up; nothing more is written of it.',
})
export const storeInUse = refusal<{ lots: number; underWay: number; slips: number }>(
  'supplies.store-in-use',
  409,
  'never',
  {
    zh: '库点还不能停用:有存货的批号 {lots} 个,在途调拨 {underWay} 笔,待确认领料单 {slips} 张。',
    en: 'The store cannot be given up yet: lots in stock {lots}, consignments under way {underWay}, slips to confirm {slips}.',
  },
)
export const notThere = refusal<{ item: string; there: number; wanted: number }>('supplies.not-there', 409, 'never', {
  zh: '{item} 不够:当时(或此后某时)可用 {there},要出 {wanted}(基本单位)。请核对数量、批号和时间。',
  en: 'Not enough of {item}: {there} there at that time or at some time since, {wanted} wanted (base unit). Check amount, lot and time.',
})
export const beforeCount = refusal<{ countedAt: string }>('supplies.before-count', 409, 'never', {
  zh: '{countedAt} 已经盘点,此前的收发已结清。请以盘点之后的时间登记并在备注写明。',
  en: 'Counted at {countedAt}, which settled what happened before. Record it with a later time and say so in the note.',
})
export const whyNeeded = refusal('supplies.why-needed', 422, 'never', {
  zh: '数量不符,请写明原因。',
  en: 'The amounts differ; say why.',
})
export const sameStore = refusal('supplies.same-store', 422, 'never', {
  zh: '调出与调入是同一库点。',
  en: 'The store it goes to is the one it comes from.',
})
export const consignmentUnknown = refusal<{ id: string }>('supplies.consignment-unknown', 404, 'later', {
  zh: '没有找到发往本库点的这批调拨({id})。',
  en: 'No goods of this transfer ({id}) are under way to this store.',
})
export const consignmentEnded = refusal('supplies.consignment-ended', 409, 'never', {
  zh: '这批调拨已经到货或已撤回。',
  en: 'These goods have arrived already, or were booked back.',
})
export const consignmentDiffers = refusal('supplies.consignment-differs', 422, 'never', {
  zh: '请对调拨单上的每一行、且只对这些行填写实收数量(没有到的写 0)。',
  en: 'Say what arrived of each line of the transfer and of nothing else (0 for what did not arrive).',
})
export const slipUnknown = refusal<{ id: string }>('supplies.slip-unknown', 404, 'later', {
  zh: '没有找到这张领料单({id})。',
  en: 'This issue slip ({id}) is not known.',
})
export const slipEnded = refusal('supplies.slip-ended', 409, 'never', {
  zh: '这张领料单已经发放或作废。',
  en: 'This slip has been issued or ended already.',
})
export const ownSlip = refusal('supplies.own-slip', 403, 'never', {
  zh: '出库须两人:制单人不能自己确认,请由另一人登录确认。',
  en: 'Two persons issue goods: whoever prepared the slip cannot confirm it. Somebody else signs in and confirms.',
})
export const movementUnknown = refusal<{ id: string }>('supplies.movement-unknown', 404, 'later', {
  zh: '没有找到这笔收发({id})。',
  en: 'This movement ({id}) is not known.',
})
export const alreadyReversed = refusal('supplies.already-reversed', 409, 'never', {
  zh: '这笔收发已经冲销过,或本身就是冲销。',
  en: 'This movement has been booked back already, or is itself a booking back.',
})
export const hasArrived = refusal('supplies.has-arrived', 409, 'never', {
  zh: '这批调拨对方已收货,不能冲销。请由对方冲销收货,或另行调回。',
  en: 'The goods have arrived, so sending them cannot be booked back. The other store books its receipt back, or sends them back.',
})
export const unitsDiffer = refusal<{ units: string }>('supplies.units-differ', 422, 'never', {
  zh: '这些物资的计量单位不同({units}),不能相加。',
  en: 'These items are counted in different units ({units}) and are not added up.',
})
export const recallUnknown = refusal<{ id: string }>('supplies.recall-unknown', 404, 'later', {
  zh: '没有找到这次召回({id})。',
  en: 'This recall ({id}) is not known.',
})
