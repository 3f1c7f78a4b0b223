import { refusal } from '../../kernel/problem.ts'

export const measureUnknown = refusal<{ id: string }>('command.measure-unknown', 404, 'later', {
  zh: '没有找到这条措施({id})。',
  en: 'This measure ({id}) is not known.',
})
export const pointUnknown = refusal<{ point: number; points: number }>('command.point-unknown', 422, 'never', {
  zh: '公文共有 {points} 条,没有第 {point} 条。',
  en: 'The document has {points} points; there is no point {point}.',
})
export const taskUnknown = refusal<{ id: string }>('command.task-unknown', 404, 'later', {
  zh: '没有找到这项任务({id})。',
  en: 'This task ({id}) is not known.',
})
export const targetUnknown = refusal<{ division: string }>('command.target-unknown', 422, 'never', {
  zh: '下达对象 {division} 不在本辖区,或不存在。',
  en: 'The place {division} is not in your area, or does not exist.',
})
export const targetsNone = refusal('command.targets-none', 422, 'never', {
  zh: '本辖区内没有这样的下达对象。请先导入区划。',
  en: 'There is no such place in your area. Import the divisions first.',
})
export const givenOutOfTime = refusal<{ at: string }>('command.given-out-of-time', 422, 'never', {
  zh: '下达时间 {at} 不对:不能早于公文印发,也不能晚于现在。',
  en: 'The time {at} cannot be right: not before the document was issued, and not in the future.',
})
export const taskOver = refusal<{ state: string }>('command.task-over', 409, 'never', {
  zh: '任务已结束({state}):公文已撤回或被替代,或任务已转办。',
  en: 'The task is over ({state}): its document does not stand any more, or it was passed to somebody else.',
})
export const stepUnfit = refusal<{ step: string; kind: string }>('command.step-unfit', 422, 'never', {
  zh: '此类任务({kind})不能办理这一步({step})。只需阅知的公文签收、阅读即可。',
  en: 'A task of this kind ({kind}) has no such step ({step}). What only has to be read is confirmed and read.',
})
export const evidenceNeeded = refusal<{ what: string }>('command.evidence-needed', 422, 'never', {
  zh: '这条措施要求的佐证不齐:{what}。',
  en: 'The evidence that this measure asks for is not complete: {what}.',
})
export const photoUnknown = refusal<{ id: string }>('command.photo-unknown', 404, 'later', {
  zh: '没有找到照片({id}),照片送达后再上报完成。',
  en: 'The picture ({id}) is not known yet; say "done" again when it has arrived.',
})
export const photoUnreadable = refusal('command.photo-unreadable', 422, 'never', {
  zh: '照片不完整,或不是 JPEG、PNG 格式,请重新拍摄上传。',
  en: 'The picture is cut off, or is neither JPEG nor PNG; take it again.',
})
export const judgedByOthers = refusal('command.judged-by-others', 403, 'never', {
  zh: '已完成的任务由上级退回,不能自行退回。',
  en: 'What was reported as done is returned by the office above, not by oneself.',
})
export const decisionUnknown = refusal<{ id: string }>('command.decision-unknown', 404, 'later', {
  zh: '没有找到这条决策记录({id})。',
  en: 'This decision ({id}) is not known.',
})
export const decisionCorrected = refusal<{ by: string }>('command.decision-corrected', 409, 'never', {
  zh: '这条决策记录已有更正({by}),请更正最新的一条。',
  en: 'This decision was corrected before ({by}); correct the latest one.',
})
export const decidedAhead = refusal<{ at: string }>('command.decided-ahead', 422, 'never', {
  zh: '决策时间 {at} 晚于现在。',
  en: 'The time of the decision {at} lies in the future.',
})
export const areaNotYours = refusal<{ area: string }>('command.area-not-yours', 422, 'never', {
  zh: '所引数字的区域 {area} 不在本辖区。',
  en: 'The area of the figure, {area}, is not in your own.',
})
