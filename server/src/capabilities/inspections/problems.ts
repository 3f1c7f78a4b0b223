import { refusal } from '../../kernel/problem.ts'

export const areaUnknown = refusal<{ area: string }>('inspections.area-unknown', 404, 'later', {
  zh: '没有找到区划代码 {area}。请核对,或先导入本县区划。',
  en: 'The division {area} is not known. Check the code, or import the county first.',
})
export const placeUnknown = refusal<{ id: string }>('inspections.place-unknown', 404, 'later', {
  zh: '没有找到被检查的场所({id})。请核对;如刚刚登记,请稍后再试。',
  en: 'The place that was inspected ({id}) is not known. Check it; if it was just recorded, try again in a moment.',
})
export const placeWrong = refusal<{ kind: string }>('inspections.place-wrong', 422, 'never', {
  zh: '场所类型“{kind}”与所填的区划、编号或名称不符。乡镇用9位、村和社区用12位代码;检查点、小区和隔离点用编号;其他场所填名称。',
  en: 'A place of kind "{kind}" does not go with this division, id or name. A township has 9 digits and a village 12; checkpoints, compounds and isolation sites are named by id, other places by name.',
})
export const planUnknown = refusal<{ id: string }>('inspections.plan-unknown', 404, 'later', {
  zh: '没有找到这份检查计划({id})。如刚刚制定,请稍后再试。',
  en: 'This plan of inspections ({id}) is not known. If it was just made, try again in a moment.',
})
export const planOver = refusal<{ at: string }>('inspections.plan-over', 409, 'never', {
  zh: '这份检查计划不包括 {at} 的检查,或已停止。请核对时间和场所类型,或不填计划。',
  en: 'The plan does not cover an inspection of this kind at {at}, or was given up. Check time and kind of place, or leave the plan out.',
})
export const planEnded = refusal<{ id: string }>('inspections.plan-ended', 409, 'never', {
  zh: '这份检查计划({id})已经停止。',
  en: 'This plan of inspections ({id}) was given up already.',
})
export const teamUnknown = refusal<{ id: string }>('inspections.team-unknown', 404, 'later', {
  zh: '这份计划里没有这个检查组({id})。',
  en: 'The plan has no such team ({id}).',
})
export const postUnknown = refusal<{ id: string }>('inspections.post-unknown', 404, 'later', {
  zh: '没有找到岗位({id})。请先在责任体系里设岗。',
  en: 'The post ({id}) is not known. Open it in the responsibility system first.',
})
export const checklistUnknown = refusal<{ key: string }>('inspections.checklist-unknown', 404, 'later', {
  zh: '没有找到检查清单“{key}”的这一版本,或它不是场所的清单。',
  en: 'There is no such version of the checklist "{key}", or it is not about places.',
})
export const answerWrong = refusal<{ question: string }>('inspections.answer-wrong', 422, 'never', {
  zh: '“{question}”的回答与检查清单不符。请按清单填写。',
  en: 'The answer to "{question}" does not fit the checklist.',
})
export const inspectionUnknown = refusal<{ id: string }>('inspections.inspection-unknown', 404, 'later', {
  zh: '没有找到这次检查({id})。如刚刚登记,请稍后再试。',
  en: 'This inspection ({id}) is not known. If it was just recorded, try again in a moment.',
})
export const correctedAlready = refusal<{ id: string }>('inspections.corrected-already', 409, 'never', {
  zh: '这条记录({id})已被更正过,请更正最新的一条。',
  en: 'This record ({id}) was corrected before; correct the latest one.',
})
export const correctionOfOther = refusal('inspections.correction-of-other', 422, 'never', {
  zh: '更正须与原记录是同一场所或同一问题。地点写错时,请作废原记录后重新登记。',
  en: 'A correction is about the same place or finding. If the place was wrong, void the record and make a new one.',
})
export const findingUnknown = refusal<{ id: string }>('inspections.finding-unknown', 404, 'later', {
  zh: '没有找到这个问题({id})。如刚刚登记,请稍后再试。',
  en: 'This finding ({id}) is not known. If it was just recorded, try again in a moment.',
})
export const outOfTime = refusal<{ at: string }>('inspections.out-of-time', 422, 'never', {
  zh: '时间 {at} 不对:晚于现在、早于检查,或整改时限不晚于检查。请核对。',
  en: 'The time {at} cannot be right: it lies in the future or before the inspection, or a time to put right is not after it.',
})
export const stepOutOfOrder = refusal<{ state: string; step: string }>('inspections.step-out-of-order', 409, 'never', {
  zh: '该问题目前是“{state}”,不能再登记“{step}”。请刷新后核对。',
  en: 'The finding stands at "{state}"; "{step}" cannot follow. Look again at where it stands.',
})
export const ownRectification = refusal('inspections.own-rectification', 409, 'never', {
  zh: '整改由您登记,不能由您自己复查通过,请另一人复查。',
  en: 'You recorded the rectification, so somebody else has to say whether it passes.',
})
export const evidenceNeeded = refusal('inspections.evidence-needed', 422, 'never', {
  zh: '整改须写明做了什么;复查不通过须写明原因和新的时限。',
  en: 'A rectification says what was done; a re-check that fails says why and until when.',
})
export const photoUnknown = refusal<{ id: string }>('inspections.photo-unknown', 404, 'later', {
  zh: '没有找到这张照片({id})。请先上传。',
  en: 'This picture ({id}) is not known. Upload it first.',
})
export const photoUnreadable = refusal('inspections.photo-unreadable', 422, 'never', {
  zh: '这不是完整的 JPEG 或 PNG 照片,没有保存。请重新拍照上传。',
  en: 'This is not a whole JPEG or PNG picture, so it was not kept. Take it again.',
})
