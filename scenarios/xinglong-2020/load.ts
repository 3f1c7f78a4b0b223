import { fileURLToPath } from 'node:url'
import { countLists, type Lists, planLists, sendLists } from './agency-lists.ts'
import type { Sent, Session } from './api.ts'
import { type Choices, readChoices, runAsCommand } from './choices.ts'
import { type Command, countCommand, planCommand } from './command.ts'
import { importDivisions, liveInThePast, openCheckpoints, refuseStrangers } from './county.ts'
import { countDeeds, sendDeeds } from './deeds.ts'
import type { Scenario } from './events.ts'
import { countExposures, type Exposures, planExposures, sendExposures } from './exposures.ts'
import { countFunds, type Funds, planFunds, sendFunds } from './funds.ts'
import { generate } from './generator.ts'
import { householdPlan, type Residents } from './households.ts'
import { type Inspections, planInspections } from './inspections.ts'
import { countIsolation, type Isolation, planIsolation, sendIsolation } from './isolation.ts'
import { countOtherFevers, type OtherFevers, planOtherFevers, sendOtherFevers } from './other-fevers.ts'
import type { Division } from './plan.ts'
import { planPositions, sendPositions } from './positions.ts'
import { countPublicity, type Publicity, planPublicity, sendPublicity } from './publicity.ts'
import { countRequests, planRequests, type Requests, sendRequests } from './requests.ts'
import { countResidents, sendResidents } from './residents.ts'
import { countResponsibility, planResponsibility, type Responsibility, sendResponsibility } from './responsibility.ts'
import { countRumours, planRumours, type Rumours } from './rumours.ts'
import { deskPost, planPosts, signInAtDesk, takeSeat } from './seats.ts'
import { sendCommand } from './send-command.ts'
import { countInspections, sendInspections } from './send-inspections.ts'
import { sendRumours } from './send-rumours.ts'
import { countSites, planSites, type Sites, sendSites } from './sites.ts'
import { countSupplies, planSupplies, type Supplies } from './supplies.ts'
import { sendSupplies } from './supplies-sending.ts'
import {
  delayed,
  onTime,
  repeated,
  runQueues,
  type SessionOf,
  sendCorrections,
  sendOutcomes,
  sendPassages,
  sendShifts,
  sendTallies,
} from './upload.ts'
import { countVisits, planVisits, sendVisits, type Visits } from './visits.ts'

export interface Step {
  done: number
  total: number
  label: string
}
export interface Loaded extends Sent {
  scenario: Scenario | null
  exposures: Exposures | null
  residents: Residents | null
  responsibility: Responsibility | null
  visits: Visits | null
  lists: Lists | null
  isolation: Isolation | null
  sites: Sites | null
  fevers: OtherFevers | null
  command: Command | null
  supplies: Supplies | null
  requests: Requests | null
  funds: Funds | null
  publicity: Publicity | null
  rumours: Rumours | null
  inspections: Inspections | null
}

const NOTHING = {
  scenario: null,
  exposures: null,
  residents: null,
  responsibility: null,
  visits: null,
  lists: null,
  isolation: null,
  sites: null,
  fevers: null,
  command: null,
  supplies: null,
  requests: null,
  funds: null,
  publicity: null,
  rumours: null,
  inspections: null,
}

/** Everything the county did, worked out before anything is sent. */
function planAll({ county, figures: file, scale }: Choices, divisions: readonly Division[], scenario: Scenario) {
  const { checkpoints } = scenario
  const residents = householdPlan(file, { county, divisions, scale })
  const exposures = planExposures(file, county, scale, residents)
  const responsibility = planResponsibility({ file, county, divisions, residents, checkpoints, scale })
  const isolation = planIsolation({ file, county, residents, exposures, scale })
  const supplies = planSupplies({ file, county, divisions, checkpoints })
  return {
    ...{ residents, exposures, responsibility, isolation, supplies },
    visits: planVisits({ file, county, residents, exposures }),
    lists: planLists({ file, county, divisions, residents, scale }),
    sites: planSites({ file, county, residents, exposures, scale }, divisions, isolation.spells),
    fevers: planOtherFevers(file, county, residents, scale),
    command: planCommand(file, county, divisions),
    requests: planRequests(supplies),
    funds: planFunds(file, county),
    publicity: planPublicity({ file, county, divisions, scale }),
    rumours: planRumours(file, county, divisions),
    inspections: planInspections({ file, county, divisions, checkpoints, residents, responsibility }),
  }
}
type Plans = ReturnType<typeof planAll>

const countPlans = (plans: Plans): number =>
  [
    ...[countExposures(plans.exposures), countResponsibility(plans.responsibility), countVisits(plans.visits)],
    ...[countLists(plans.lists), countIsolation(plans.isolation), countSites(plans.sites)],
    ...[countOtherFevers(plans.fevers), countCommand(plans.command), countDeeds(plans.command.deeds)],
    ...[countSupplies(plans.supplies), countRequests(plans.requests), countFunds(plans.funds)],
    ...[countPublicity(plans.publicity), countRumours(plans.rumours), countInspections(plans.inspections)],
  ].reduce((sum, one) => sum + one, 0)

/** Loads a county through the public API as its own people would. Loading it again finds everything there and changes nothing. */
export async function load(choices: Choices, tell: (step: Step) => void): Promise<Loaded> {
  const { desk, divisions } = await begin(choices, tell)
  if (choices.placesOnly) {
    tell({ done: 1, total: 1, label: '完成 done' })
    return { fresh: divisions.length, again: 0, ...NOTHING }
  }
  const scenario = generate(choices.figures, { county: choices.county, divisions, scale: choices.scale })
  await refuseStrangers(desk, scenario)
  await liveInThePast(desk, choices.county, choices.figures)
  const plans = planAll(choices, divisions, scenario)
  const positions = await planPositions(desk, scenario, choices.figures.seed)
  const counter = count(scenario, plans.residents, positions.length + countPlans(plans), tell)
  counter.add(await openCheckpoints(desk, scenario), '检查点 checkpoints')
  counter.add(await sendPositions(positions, desk), '地图位置 positions')
  const sessionOf = await seatEverybody(choices, desk, divisions, scenario)
  await sendResidents(plans.residents, desk, counter.add)
  await sendResponsibility(plans.responsibility, desk, counter.add)
  await sendExposures(plans.exposures, desk, counter.add)
  await sendVisits(plans.visits, desk, counter.add)
  await sendLists(plans.lists, desk, counter.add)
  await sendIsolation(plans.isolation, desk, counter.add)
  await sendSites(plans.sites, desk, counter.add)
  await sendOtherFevers(plans.fevers, desk, counter.add)
  await sendCommand(plans.command, desk, writerOf(choices, desk), counter.add)
  await sendDeeds(plans.command.deeds, desk, sessionOf, counter.add)
  await sendSupplies(plans.supplies, desk, keeperOf(choices, desk), counter.add)
  await sendRequests(plans.requests, desk, counter.add)
  await sendFunds(plans.funds, desk, counter.add)
  await sendPublicity(plans.publicity, desk, editorOf(choices, desk), counter.add)
  await sendRumours(plans.rumours, desk, writerOf(choices, desk), counter.add)
  await sendInspections(plans.inspections, desk, officerOf(choices, desk, sessionOf), counter.add)
  await upload(scenario, desk, sessionOf, counter.add)
  return { ...counter.sent, scenario, ...plans }
}

/** Somebody of the drafting task force: nobody passes their own words. */
const writerOf =
  ({ url, county }: Choices, desk: Session) =>
  (nth: number) =>
    takeSeat(url, desk, county, {
      ...deskPost(county),
      key: `drafting-${nth}`,
      role: 'publicity-editor',
      title: '材料起草专班',
    })

/** Somebody of the publicity task force. */
const editorOf =
  ({ url, county }: Choices, desk: Session) =>
  (nth: number) =>
    takeSeat(url, desk, county, {
      ...deskPost(county),
      key: `publicity-${nth}`,
      role: 'publicity-editor',
      title: '信息宣传专班',
    })

/** Somebody of the stores: nobody issues goods alone. */
const keeperOf =
  ({ url, county }: Choices, desk: Session) =>
  (nth: number) =>
    takeSeat(url, desk, county, {
      ...deskPost(county),
      key: `stores-${nth}`,
      role: 'supplies-keeper',
      title: '物资保障组复核',
    })

async function begin(choices: Choices, tell: (step: Step) => void) {
  tell({ done: 0, total: 1, label: '登录 signing in' })
  const desk = await signInAtDesk(choices)
  tell({ done: 0, total: 1, label: '区划 divisions' })
  return { desk, divisions: await importDivisions(desk, choices.county) }
}

/** Whoever puts right what was found in a township: its officer, or somebody new where a load broke off. */
const officerOf =
  ({ url, county }: Choices, desk: Session, sessionOf: SessionOf) =>
  async (township: string, nth: number) => {
    const seated = sessionOf(township)
    const post = { key: `rectifying-${township}-${nth}`, role: 'township-officer' as const, placeId: null }
    if (nth === 0 && seated !== desk) return seated
    return takeSeat(url, desk, county, { ...post, division: township, title: '整改专班' })
  }

async function upload(
  scenario: Scenario,
  desk: Session,
  sessionOf: SessionOf,
  add: (sent: Sent, label: string) => void,
) {
  await sendShifts(scenario, sessionOf, (sent) => add(sent, '班次 shifts'))
  await sendTallies(scenario.tallies, sessionOf, (sent) => add(sent, '批量计数 tallies'))
  await sendPassages(onTime(scenario), sessionOf, (sent) => add(sent, '过卡记录 passages'))
  await sendPassages(delayed(scenario), sessionOf, (sent) => add(sent, '迟到的记录 late passages'))
  await sendCorrections(scenario, sessionOf, (sent) => add(sent, '更正 corrections'))
  await sendOutcomes(scenario, desk, (sent) => add(sent, '发热结果 outcomes'))
  await sendPassages(repeated(scenario), sessionOf, (sent) => add(sent, '重复发送 sent twice'))
}

function count(scenario: Scenario, residents: Residents, others: number, tell: (step: Step) => void) {
  const stations = new Set(scenario.shifts.map(({ checkpointId }) => checkpointId)).size
  const lists = [
    scenario.checkpoints,
    scenario.shifts,
    scenario.tallies,
    scenario.passages,
    scenario.corrections,
    scenario.outcomes,
  ]
  const total = lists.reduce(
    (sum, list) => sum + list.length,
    stations + scenario.twice.size + countResidents(residents) + others,
  )
  const sent: Sent = { fresh: 0, again: 0 }
  const add = ({ fresh, again }: Sent, label: string): void => {
    sent.fresh += fresh
    sent.again += again
    tell({ done: sent.fresh + sent.again, total, label })
  }
  return { sent, add }
}

async function seatEverybody(
  { url, county }: Choices,
  desk: Session,
  divisions: readonly Division[],
  scenario: Scenario,
): Promise<SessionOf> {
  const sessions = new Map<string, Session>()
  const posts = planPosts(divisions, scenario.checkpoints)
  await runQueues(
    posts.map((post) => [
      async () => {
        const session = await takeSeat(url, desk, county, post)
        if (session) sessions.set(post.placeId ?? post.division, session)
      },
    ]),
  )
  const places = new Map(scenario.checkpoints.map(({ id, division }) => [id, division]))
  return (checkpointId) => {
    const division = places.get(checkpointId) ?? county
    return sessions.get(checkpointId) ?? sessions.get(division) ?? sessions.get(division.slice(0, 9)) ?? desk
  }
}

async function main(): Promise<void> {
  const { fresh, again } = await load(readChoices('load'), (step) => console.log(JSON.stringify(step)))
  console.error(`新增 ${fresh} 条,已有 ${again} 条 / ${fresh} new, ${again} there already`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) runAsCommand(main)
