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
