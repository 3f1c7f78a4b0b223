import { refusal } from '../../kernel/problem.ts'

/** 410: what it was collected for is over. A phone that sends what it recorded before that moment is still heard. */
export const eventClosed = refusal<{ disease: string; at: string; document: string }>(
  'retention.event-closed',
  410,
  'never',
  {
    zh: '本次疫情应对已于{at}结束({document}),不再采集个人信息。如疫情再起,请县防控办先重新启动。',
    en: 'The response ended at {at} ({document}): nothing about persons is collected any more. The county office has to reopen it first.',
  },
)
export const notInFuture = refusal<{ at: string }>('retention.in-future', 422, 'never', {
  zh: '结束时间({at})晚于当前时间,请核对。',
  en: 'The moment of the end ({at}) lies in the future.',
})
export const notOpen = refusal<{ disease: string }>('retention.not-closed', 409, 'never', {
  zh: '该病种({disease})的应对没有结束过,不需要重新启动。',
  en: 'The response to this disease ({disease}) was not closed, so there is nothing to reopen.',
})
export const notMadeUp = refusal('retention.real-people', 409, 'never', {
  zh: '本县登记有真实证件号码,不能使用历史日历;个人信息须按期删除。',
  en: 'The county holds real documents, so it cannot live by a historical calendar: personal data go when they are due.',
})
export const runsToday = refusal('retention.runs-today', 422, 'never', {
  zh: '按当前日期运行的县不能指定历史时刻;只有演练县可以。',
  en: 'A county on the running calendar lives today; only a historical one can say a moment.',
})
export const diseaseUnknown = refusal<{ disease: string }>('retention.disease-unknown', 404, 'never', {
  zh: '没有这个病种的方案({disease})。',
  en: 'The county has no profile of this disease ({disease}).',
})
