import { refusal } from '../../kernel/problem.ts'

export const checkpointUnknown = refusal<{ id: string }>('checkpoints.unknown', 404, 'later', {
  zh: '没有找到这个检查点,请先同步或与县防控办核对检查点编号({id})。',
  en: 'This checkpoint is not known (yet). Synchronise, or check its id with the county office ({id}).',
})
export const notThisCheckpoint = refusal<{ id: string }>('checkpoints.not-yours', 403, 'never', {
  zh: '您的岗位不在这个检查点,不能登记。请用本检查点的岗位登录,或请县防控办调整。',
  en: 'Your seat is not at this checkpoint, so it cannot record here. Sign in under a seat of this checkpoint, or ask the county office.',
})
export const checkpointClosed = refusal<{ id: string; closedAt: string }>('checkpoints.closed', 409, 'never', {
  zh: '记录时间晚于检查点撤销时间({closedAt}),未保存。请核对记录时间,或请县防控办恢复检查点。',
  en: 'The record is later than the closing of the checkpoint ({closedAt}) and was not kept. Check its time, or ask for the checkpoint to be reopened.',
})
export const inFuture = refusal<{ occurredAt: string; now: string }>('checkpoints.in-future', 422, 'never', {
  zh: '记录时间({occurredAt})晚于当前时间({now}),请核对设备时钟后重新登记。',
  en: 'The time recorded ({occurredAt}) lies after the present ({now}). Check the clock of the device and record again.',
})
export const reasonNeeded = refusal('checkpoints.reason-needed', 422, 'never', {
  zh: '劝返或拒不配合须填写原因。',
  en: 'Turning back and refusing need a reason.',
})
export const temperatureNeeded = refusal('checkpoints.temperature-needed', 422, 'never', {
  zh: '放行须有体温读数;拒绝测温请选择"拒不配合"。',
  en: 'Letting somebody pass needs a temperature; for somebody who would not be measured choose "refused".',
})
export const tallyOverlaps = refusal<{ lane: number }>('checkpoints.tally-overlaps', 409, 'never', {
  zh: '{lane}号通道这段时间已有计数,未重复计入。请核对起止时间或更换通道号。',
  en: 'Lane {lane} already has a count covering part of this time, so this one was not added. Check the span or use another lane.',
})
export const spanInvalid = refusal('checkpoints.span-invalid', 422, 'never', {
  zh: '计数的结束时间须晚于开始时间,且不超过12小时。',
  en: 'A count must end after it began and span at most twelve hours.',
})
export const passageUnknown = refusal<{ id: string }>('checkpoints.passage-unknown', 404, 'later', {
  zh: '没有找到要更正的记录({id})。如刚登记,请待其送达后再更正。',
  en: 'The record to correct is not known ({id}). If it was just made, wait until it is delivered.',
})
export const nothingCorrected = refusal('checkpoints.nothing-corrected', 422, 'never', {
  zh: '没有填写任何要更正的内容。',
  en: 'The correction changes nothing.',
})
export const personUnknown = refusal<{ id: string }>('checkpoints.person-unknown', 404, 'later', {
  zh: '没有找到这个人({id})。请重新登记其证件或姓名。',
  en: 'This person is not known ({id}). Register them again by their document or name.',
})
export const shiftUnknown = refusal<{ id: string }>('checkpoints.shift-unknown', 404, 'later', {
  zh: '没有找到这个班次({id})。',
  en: 'This shift is not known ({id}).',
})
export const handOverUnknown = refusal<{ id: string }>('checkpoints.hand-over-unknown', 404, 'later', {
  zh: '没有找到这条发热移交记录({id})。',
  en: 'This fever hand-over is not known ({id}).',
})
export const outcomeByCase = refusal<{ caseId: string }>('checkpoints.outcome-by-case', 409, 'never', {
  zh: '这名发热人员已建立病例,结果请在病例中认定({caseId})。',
  en: 'This fever has a case; its outcome is decided there ({caseId}).',
})
export const travellerNeeded = refusal('checkpoints.traveller-needed', 422, 'never', {
  zh: '过卡时没有登记这个人的身份,不能建立病例。请先登记身份,或在病例中按门诊发热登记。',
  en: 'Nobody was registered with this passage, so there is no person to open a case for. Report the fever as one found in a clinic.',
})
export const feverGone = refusal<{ id: string }>('checkpoints.fever-gone', 409, 'never', {
  zh: '这条记录已更正为非发热,不能建立病例({id})。',
  en: 'The record was corrected to no fever, so there is no case to open ({id}).',
})
