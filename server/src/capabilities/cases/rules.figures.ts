import { symptomCodes } from './rules.symptoms.ts'
import type { CaseRule, ProfileBody } from './rules.ts'

/** What no plan can mean: named by field, so that the form shows it before the server refuses it. */
export interface Impossible {
  path: string
  zh: string
  en: string
}
type Say = (path: string, zh: string, en: string) => void

export function impossibleIn(body: ProfileBody): Impossible[] {
  const found: Impossible[] = []
  const say: Say = (path, zh, en) => found.push({ path, zh, en })
  judgeRanges(body, say)
  judgeObservation(body, say)
  judgeTests(body, say)
  if (body.caseRule) judgeCaseRule(body.caseRule, say)
  const unknown = (body.symptomCodes ?? []).filter((code) => !symptomCodes.includes(code))
  if (unknown.length > 0) say('symptomCodes', `没有这些症状:${unknown}`, `There are no such symptoms: ${unknown}`)
  judgeRepeated('symptomCodes', body.symptomCodes, say)
  return found
}

function judgeRanges(body: ProfileBody, say: Say): void {
  const { incubationDays, typicalDays, extremeDays, infectiousDays, searchRadiusM, serialInterval } = body
  for (const [path, range] of Object.entries({
    incubationDays,
    typicalDays,
    extremeDays,
    infectiousDays,
    searchRadiusM,
  }))
    if (range && range[0] > range[1]) say(path, '起始不能大于终止', 'It begins after it ends')
  const holds = (outer: [number, number], inner: [number, number]) => outer[0] <= inner[0] && inner[1] <= outer[1]
  if (incubationDays && typicalDays && !holds(incubationDays, typicalDays))
    say('typicalDays', '多数潜伏期须在潜伏期之内', 'The usual incubation lies outside the incubation')
  if (incubationDays && extremeDays && !holds(extremeDays, incubationDays))
    say('extremeDays', '报告过的极端值须包含潜伏期', 'The extremes have to hold the incubation')
  if (serialInterval && !(serialInterval.meanDays > 1 && serialInterval.sdDays > 0))
    say(
      'serialInterval.meanDays',
      '代间距须有均值(大于1天)和标准差',
      'A serial interval has a mean of more than a day and a spread',
    )
}

function judgeObservation({ observation, secondary }: ProfileBody, say: Say): void {
  const { days, modes, monitoringDays, monitoringKind, checksPerDay, contacts, modeRule } = observation
  if (days === 0 && (contacts !== 'none' || checksPerDay > 0 || modes.length > 0))
    say(
      'observation.days',
      '观察0天时,不能再要求观察对象、方式或次数',
      'Nobody is observed for 0 days: leave out whom, where and how often',
    )
  if (days > 0 && contacts === 'none')
    say('observation.contacts', '规定了观察天数,须说明观察谁', 'There are days of observation: say whom it is for')
  if (days > 0 && checksPerDay === 0)
    say('observation.checksPerDay', '观察期间每天至少检查一次', 'Who is observed is checked at least once a day')
  if (monitoringDays > 0 && days === 0)
    say(
      'observation.monitoringDays',
      '没有观察期就没有后续监测',
      'Monitoring follows an observation, and there is none',
    )
  if (monitoringDays > 0 !== (monitoringKind !== undefined))
    say(
      'observation.monitoringKind',
      '后续监测的天数与方式须同时填写或同时不填',
      'Give both the days of monitoring and its kind, or neither',
    )
  if (modeRule && modes.length < 2)
    say(
      'observation.modeRule',
      '按接触时间分居家与集中,两种方式都须允许',
      'A rule for where needs both places to be allowed',
    )
  judgeRepeated('observation.modes', modes, say)
  if (typeof secondary === 'object') judgeDays('secondary.testDays', secondary.testDays, secondary.days, say)
}

function judgeTests({ observation, testDays = {} }: ProfileBody, say: Say): void {
  const { days, modes, monitoringDays } = observation
  const { central, home, caseHome } = testDays
  if (central && modes.length > 0 && !modes.includes('central'))
    say(
      'testDays.central',
      '方案不允许集中隔离,却规定了集中隔离的检测日',
      'Tests in a site, but nobody is observed in one',
    )
  if (home && monitoringDays === 0 && modes.length > 0 && !modes.includes('home'))
    say('testDays.home', '方案没有居家阶段,却规定了居家的检测日', 'Tests at home, but nobody is observed there')
  judgeDays('testDays.central', central ?? [], days, say)
  judgeDays('testDays.home', home ?? [], monitoringDays || days, say)
  judgeDays('testDays.caseHome', caseHome ?? [], 60, say)
}

function judgeDays(path: string, days: readonly number[], last: number, say: Say): void {
  const wrong = days.find((day) => day < 1 || day > last)
  if (wrong !== undefined)
    say(path, `第${wrong}天不在第1–${last}天之内`, `Day ${wrong} is not one of days 1 to ${last}`)
  if (days.some((day, nth) => nth > 0 && day <= (days[nth - 1] ?? 0)))
    say(path, '天数须由小到大,且不重复', 'The days have to rise, each once')
}

function judgeRepeated(path: string, list: readonly string[] | undefined, say: Say): void {
  if (list && new Set(list).size < list.length) say(path, '有重复', 'Something stands there twice')
}

function judgeCaseRule({ history, findings, suspected, confirmed }: CaseRule, say: Say): void {
  const codes = (terms: CaseRule['history']) => terms.map(({ code }) => code)
  judgeRepeated('caseRule.history', codes(history), say)
  judgeRepeated('caseRule.findings', codes(findings), say)
  judgeRepeated('caseRule.confirmed', codes(confirmed), say)
  suspected.forEach((way, nth) => {
    const path = `caseRule.suspected.${nth}`
    if (way.history + way.findings === 0)
      say(path, '没有任何条件:人人都成了疑似病例', 'No condition at all: everybody would be suspected')
    if (way.history > history.length)
      say(path, `只列出了${history.length}项流行病学史`, `Only ${history.length} items of history are listed`)
    if (way.findings > findings.length)
      say(path, `只列出了${findings.length}项临床表现`, `Only ${findings.length} findings are listed`)
    for (const set of way.anyOf ?? []) {
      if (set.some((code) => !codes(findings).includes(code)))
        say(path, '组合里有未列出的临床表现', 'A combination names a finding that is not listed')
      if (set.length === 0 || set.length > way.findings || new Set(set).size < set.length)
        say(
          path,
          '组合的项数须在1项与要求的项数之间,且不重复',
          'A combination holds from one to as many findings as are asked for',
        )
    }
  })
}
