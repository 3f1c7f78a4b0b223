import { refusal } from '../../kernel/problem.ts'

/** Missing is not zero: a county that has not said what it counts gets no number. */
export const notDefined = refusal<{ figure: string }>('reporting.not-defined', 404, 'never', {
  zh: '本县还没有定义指标“{figure}”所统计的分类。请先在“接触与来源”中定义。',
  en: 'This county has not defined the category that "{figure}" counts; define it under "Exposures" first.',
})
