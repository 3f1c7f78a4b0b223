import { refusal } from '../../kernel/problem.ts'

/** Missing is not zero: a county that has not said what it counts gets no number. */
export const notDefined = refusal<{ figure: string }>('reporting.not-defined', 404, 'never', {
  zh: '本县还没有定义指标“{figure}”所统计的分类。请先在“接触与来源”中定义。',
  en: 'This county has not defined the category that "{figure}" counts; define it under "Exposures" first.',
})
export const noRound = refusal<{ figure: string }>('reporting.no-round', 404, 'never', {
  zh: '该时刻这一区域没有进行中的入户轮次,“{figure}”没有数值。请换一个时刻或先发起轮次。',
  en: 'No round was running here at that moment, so "{figure}" has no value. Ask for another moment, or call a round.',
})
export const nothingAssumed = refusal<{ figure: string }>('reporting.nothing-assumed', 404, 'never', {
  zh: '还没有设定每日用量，“{figure}”算不出可用天数。请先在“物资”中设定。',
  en: 'Nothing is assumed to be used a day, so "{figure}" has no value. Say what is used, under "Supplies", first.',
})
export const reportUnknown = refusal<{ id: string }>('reporting.report-unknown', 404, 'never', {
  zh: '没有这份疫情报告,或您无权查看它所在的区域。请从报告列表中打开。',
  en: 'There is no such report, or its area is not yours. Open one from the list.',
})
export const stepOutOfOrder = refusal<{ state: string }>('reporting.step-out-of-order', 409, 'never', {
  zh: '报告现在是“{state}”状态,不能这样办理。请刷新后按现在的状态办理。',
  en: 'The report is "{state}" now, so this cannot be done. Reload it and go on from where it stands.',
})
export const needsAnother = refusal('reporting.needs-another', 403, 'never', {
  zh: '审核和封存须由起草人以外的人办理。请交另一位同事。',
  en: 'A report is checked by somebody who did not write it. Ask a colleague.',
})
export const versionStale = refusal('reporting.version-stale', 409, 'never', {
  zh: '报告已有更新的版本。请刷新,在新版本上办理;您的文字没有保存。',
  en: 'A newer version has been written. Reload and go on from it; what you wrote was not kept.',
})
export const notConsistent = refusal<{ zh: string; en: string }>('reporting.not-consistent', 422, 'never', {
  zh: '报告还有不相符之处:{zh}请改正后再封存。',
  en: 'The report does not add up: {en} Put it right, then seal it.',
})
export const explanationNeeded = refusal<{ zh: string; en: string }>('reporting.explanation-needed', 422, 'never', {
  zh: '累计数比上一期减少:{zh}请写明原因后再封存。',
  en: 'A cumulative figure fell since the report before: {en} Say why, then seal it.',
})
export const momentAhead = refusal('reporting.moment-ahead', 422, 'never', {
  zh: '报告的时刻还没有到。请改成现在或以前的时刻。',
  en: 'The moment of the report has not come yet. Choose now or an earlier one.',
})
export const noUpper = refusal('reporting.no-upper', 409, 'never', {
  zh: '还没有设置上级系统,无法上报。请管理员设置后再试,或导出文件报送。',
  en: 'No system of the city is set up. Ask the administrator to set one up, or hand the files over.',
})
export const notIssued = refusal('reporting.not-issued', 409, 'never', {
  zh: '只有已发出的县级报告才能上报。请先封存并发出。',
  en: 'Only an issued report of the county goes up. Seal and issue it first.',
})
export const deliveryWaiting = refusal('reporting.delivery-waiting', 409, 'later', {
  zh: '这份报告正在上报。请等这一次有了结果再重发。',
  en: 'This report is on its way. Wait until that try has an answer.',
})
export const supersededUpThere = refusal('reporting.superseded', 409, 'never', {
  zh: '同一天已有后来的报告,重发这一份会盖掉新数字。请重发最后的那一份。',
  en: 'A later report of the same day is issued; sending this one again would put old numbers over new ones. Send the last one.',
})
export const nothingToCorrect = refusal('reporting.nothing-to-correct', 409, 'never', {
  zh: '只有已发出的报告才能更正,且现在的数字须与当时不同。',
  en: 'Only an issued report can be corrected, and only when a number is another one today.',
})
