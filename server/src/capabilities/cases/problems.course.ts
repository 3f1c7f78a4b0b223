import { refusal } from '../../kernel/problem.ts'

export const caseUnknown = refusal<{ id: string }>('cases.unknown', 404, 'later', {
  zh: '没有找到这个病例({id})。如刚登记,请待其送达后再试。',
  en: 'This case is not known ({id}). If it was just opened, wait until it is delivered.',
})
export const personUnknown = refusal<{ id: string }>('cases.person-unknown', 404, 'later', {
  zh: '没有找到这个人({id})。请重新登记其证件或姓名。',
  en: 'This person is not known ({id}). Register them again by their document or name.',
})
export const inFuture = refusal<{ at: string; now: string }>('cases.in-future', 422, 'never', {
  zh: '填写的时间({at})晚于当前时间({now}),请核对后重新登记。',
  en: 'The time given ({at}) lies after the present ({now}). Check it and record again.',
})
export const timesReversed = refusal('cases.times-reversed', 422, 'never', {
  zh: '后一个时间早于前一个时间,请核对采样、送达、结果的先后。',
  en: 'The later moment lies before the earlier one; check when it was taken, delivered and answered.',
})
export const correctedUnknown = refusal<{ id: string }>('cases.corrected-unknown', 404, 'later', {
  zh: '本病例中没有这条要更正的同类记录({id})。',
  en: 'This case has no entry of this kind to correct ({id}).',
})
export const correctedAlready = refusal<{ id: string }>('cases.corrected-already', 409, 'never', {
  zh: '这条记录({id})已被更正过,请更正最新的一条。',
  en: 'This entry ({id}) has been corrected already; correct the newest one.',
})
export const sampleUnknown = refusal<{ id: string }>('cases.sample-unknown', 404, 'later', {
  zh: '本病例中没有这个标本({id})。',
  en: 'This case has no such sample ({id}).',
})
export const sourceUnknown = refusal<{ id: string }>('cases.source-unknown', 404, 'later', {
  zh: '没有找到作为感染来源的病例({id})。',
  en: 'The case named as the source is not known ({id}).',
})
export const sourceItself = refusal('cases.source-itself', 422, 'never', {
  zh: '病例不能是自己的感染来源,也不能互为来源。',
  en: 'A case is not its own source, nor the source of one it was caught from.',
})
export const itemUnknown = refusal<{ code: string; profile: string }>('cases.item-unknown', 422, 'never', {
  zh: '方案 {profile} 中没有“{code}”这一项。',
  en: 'The edition {profile} has no item {code}.',
})

export const misstep = refusal<{ from: string; to: string }>('cases.misstep', 409, 'never', {
  zh: '“{from}”之后不能认定为“{to}”。如先前认定有误,请更正先前的认定并写明原因。',
  en: 'A case that is {from} cannot become {to}. If what was decided before was wrong, correct it and say why.',
})
export const ruleNotMet = refusal<{ history: number; findings: number }>('cases.rule-not-met', 422, 'never', {
  zh: '按本版方案尚不足以认定疑似:流行病学史 {history} 项,临床表现 {findings} 项。由医师判断认定的,请填写医师姓名和依据。',
  en: 'By this edition that makes no suspected case yet: {history} of the history, {findings} findings. For a clinician’s judgement give the name and what it rests on.',
})
export const notConfirmed = refusal('cases.not-confirmed', 422, 'never', {
  zh: '尚无本版方案规定的确诊依据(如核酸阳性)。请先登记检测结果。',
  en: 'Nothing that this edition accepts confirms it yet, such as a positive PCR. Record the result first.',
})
export const asymptomaticIll = refusal('cases.asymptomatic-ill', 422, 'never', {
  zh: '已登记发病日期的人不能认定为无症状感染者。',
  en: 'Somebody with a day of onset is not without symptoms.',
})
export const exclusionPremature = refusal<{ zh: string; en: string }>('cases.exclusion-premature', 409, 'never', {
  zh: '尚不能排除:{zh}。',
  en: 'It cannot be excluded yet: {en}.',
})
export const excludedByTests = refusal('cases.excluded-by-tests', 422, 'never', {
  zh: '已有检测结果,只能按方案的连续阴性排除;医师署名排除只用于未做检测的情形。',
  en: 'There are results, so only the negatives of the edition exclude it; exclusion in a clinician’s name is for cases nobody tested.',
})
export const deciderNeeded = refusal('cases.decider-needed', 422, 'never', {
  zh: '请填写作出认定的医师姓名,以及依据(文书号或说明)。',
  en: 'Give the name of the clinician who decides, and what the decision rests on: a document or a note.',
})
export const groundUnfit = refusal<{ status: string }>('cases.ground-unfit', 422, 'never', {
  zh: '所选依据不适用于认定“{status}”。',
  en: 'This ground does not fit a decision that the case is {status}.',
})
export const cardIncomplete = refusal<{ missing: string }>('cases.card-incomplete', 422, 'never', {
  zh: '报告卡必填项不全:{missing}。请先在病例中补齐。',
  en: 'Required fields of the card are empty: {missing}. Complete the case first.',
})
export const diseaseGone = refusal<{ profile: string }>('cases.edition-gone', 409, 'later', {
  zh: '本县没有病例所依据的方案 {profile},请县防控办补录后再试。',
  en: 'The county no longer has the edition {profile} this case began under; ask the county office to restore it.',
})
