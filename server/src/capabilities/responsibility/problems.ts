import { refusal } from '../../kernel/problem.ts'

export const postUnknown = refusal<{ id: string }>('responsibility.post-unknown', 404, 'later', {
  zh: '没有找到这个责任岗位({id})。如刚刚设立,请稍后再试。',
  en: 'This post ({id}) is not known. If it has just been set up, try again in a moment.',
})
export const postClosed = refusal<{ id: string; closedAt: string }>('responsibility.post-closed', 409, 'never', {
  zh: '这个责任岗位已于 {closedAt} 撤销。',
  en: 'This post was closed at {closedAt}.',
})
export const kindUnknown = refusal<{ kind: string }>('responsibility.kind-unknown', 422, 'never', {
  zh: '没有“{kind}”这一类责任岗位。请先在“规则”里设立,或核对代码。',
  en: 'There is no kind of post called {kind}. Add it to the rules first, or check the code.',
})
export const wrongLevel = refusal<{ kind: string; division: string }>('responsibility.wrong-level', 422, 'never', {
  zh: '“{kind}”不能设在区划 {division}:级别不符。',
  en: 'A post of the kind {kind} cannot sit in {division}: it is of another level.',
})
export const divisionUnknown = refusal<{ division: string }>('responsibility.division-unknown', 404, 'later', {
  zh: '没有找到区划代码 {division}。',
  en: 'The division {division} is not known.',
})
export const reachRefused = refusal<{ reach: string; kind: string }>('responsibility.reach-refused', 422, 'never', {
  zh: '“{kind}”不能这样包联({reach}):级别不符,或不在岗位所在的区划内。',
  en: 'A post of the kind {kind} cannot answer for this ({reach}): another level, or outside the division of the post.',
})
export const householdUnknown = refusal<{ id: string }>('responsibility.household-unknown', 404, 'later', {
  zh: '没有找到这一户({id})。如刚刚登记,请稍后再试。',
  en: 'This household ({id}) is not known. If it has just been registered, try again in a moment.',
})
export const compoundUnknown = refusal<{ id: string }>('responsibility.compound-unknown', 404, 'later', {
  zh: '没有找到这个小区({id})。',
  en: 'This compound ({id}) is not known.',
})
export const holderUnknown = refusal<{ id: string }>('responsibility.holder-unknown', 404, 'later', {
  zh: '没有找到任岗人员({id})。请先登记人员或开立账号。',
  en: 'Whoever is to take the post ({id}) is not known. Register the person or make the account first.',
})
export const inFuture = refusal<{ at: string; now: string }>('responsibility.in-future', 422, 'never', {
  zh: '时间({at})晚于当前时间({now}),请核对。',
  en: 'The time given ({at}) lies after the present ({now}); please check it.',
})
export const beforeOpening = refusal<{ at: string; openedAt: string }>('responsibility.before-opening', 422, 'never', {
  zh: '时间({at})早于岗位设立的时间({openedAt})。',
  en: 'The time given ({at}) lies before the post was set up ({openedAt}).',
})
export const dutyUnknown = refusal<{ id: string }>('responsibility.duty-unknown', 404, 'later', {
  zh: '没有找到这条包联关系({id})。',
  en: 'This duty ({id}) is not known.',
})
export const planStale = refusal('responsibility.plan-stale', 409, 'never', {
  zh: '做方案之后,住户、岗位或包联关系有了变化,方案未执行。请重新生成方案,核对后再执行。',
  en: 'Households, posts or duties have changed since the plan was made; nothing was applied. Make the plan anew, look at it, and apply that.',
})
export const planNobody = refusal<{ kind: string }>('responsibility.plan-nobody', 422, 'never', {
  zh: '这个区划没有可分派的“{kind}”岗位(须有人任岗)。',
  en: 'There is no post of the kind {kind} with somebody on it to assign households to.',
})
export const planTooLarge = refusal<{ max: number }>('responsibility.plan-too-large', 422, 'never', {
  zh: '一次最多为 {max} 户做方案。',
  en: 'A plan covers at most {max} households at once.',
})
export const ruleUnknown = refusal<{ rule: string }>('responsibility.rule-unknown', 422, 'never', {
  zh: '没有“{rule}”这一组合规则。',
  en: 'There is no rule for teams called {rule}.',
})
export const roleRefused = refusal<{ role: string }>('responsibility.role-refused', 422, 'never', {
  zh: '这个岗位不能担任“{role}”,或规则里没有这个角色。',
  en: 'This post cannot take the role {role}, or the rule has no such role.',
})
export const teamUnknown = refusal<{ id: string }>('responsibility.team-unknown', 404, 'later', {
  zh: '没有找到这个包保小组({id})。',
  en: 'This team ({id}) is not known.',
})
export const teamOver = refusal<{ id: string }>('responsibility.team-over', 409, 'never', {
  zh: '这个包保小组已经解除。',
  en: 'This team has been dissolved.',
})
export const personUnknown = refusal<{ id: string }>('responsibility.person-unknown', 404, 'later', {
  zh: '没有找到这个人({id})。',
  en: 'This person ({id}) is not known.',
})
