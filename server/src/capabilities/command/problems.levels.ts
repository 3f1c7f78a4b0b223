import { refusal } from '../../kernel/problem.ts'

export const ladderUnknown = refusal<{ id: string }>('command.ladder-unknown', 404, 'later', {
  zh: '没有找到这个响应序列({id})。',
  en: 'This ladder of response levels ({id}) is not known.',
})
export const rungUnknown = refusal<{ rung: string }>('command.rung-unknown', 422, 'never', {
  zh: '该响应序列没有“{rung}”这一级。',
  en: 'This ladder has no level “{rung}”.',
})
export const turnOutOfOrder = refusal<{ turn: string }>('command.turn-out-of-order', 409, 'never', {
  zh: '现在不能这样变动({turn}):未启动的只能启动,已启动的只能调整或终止,级别须与现在不同。',
  en: 'This turn ({turn}) does not follow: what is not open is opened, what is open is changed to another level or closed.',
})
export const turnOutOfTime = refusal<{ at: string }>('command.turn-out-of-time', 422, 'never', {
  zh: '时间 {at} 不对:晚于现在,或早于上一次变动。',
  en: 'The time {at} cannot be right: it lies in the future, or before the last change.',
})
export const measureUnknown = refusal<{ id: string }>('command.measure-not-in-force', 409, 'never', {
  zh: '要停止的措施({id})不在执行中。',
  en: 'The measure to stop ({id}) is not in force.',
})
export const planUnknown = refusal<{ id: string }>('command.plan-unknown', 404, 'later', {
  zh: '没有找到这个预案({id})。',
  en: 'This plan ({id}) is not known.',
})
export const planEmpty = refusal('command.plan-empty', 422, 'never', {
  zh: '预案至少要有一项任务,或以已有预案为底稿。',
  en: 'A plan needs at least one task, or another plan to begin from.',
})
