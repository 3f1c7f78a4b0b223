import { aPost, SINCE } from '../../../src/capabilities/responsibility/responsibility.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, oneOf, type Part, type Special } from '../part.ts'

type Named = Pick<Area, 'village' | 'mark' | 'things' | 'hands'>
const holder = ({ things }: Named) => ({ kind: 'person' as const, id: String(things['personId']) })

/** A volunteer's post with a duty, and a team in which the post sits. */
async function post(area: Named) {
  const { village, mark, things, hands } = area
  const { desk } = hands
  const body = aPost(village, { title: `${mark}岗`, holder: holder(area) })
  await made(desk.post('/responsibility/posts', body))
  const [dutyId, teamId, memberId] = [newId(), newId(), newId()]
  const what = { reach: 'household', householdId: things['householdId'] }
  await made(desk.post('/responsibility/duties', { id: dutyId, postId: body.id, beginsAt: SINCE, what }))
  const members = [{ id: memberId, postId: body.id, role: 'volunteer' }]
  const team = { id: teamId, division: village, rule: 'five-on-one', formedAt: SINCE, members }
  await made(desk.post('/responsibility/teams', team))
  return { postId: body.id, dutyId, teamId, memberId }
}
const fresh: Special['fresh'] = async (area) => post({ ...area, mark: '新' })

const KIND = { kind: 'volunteer' }
/** Somebody seated is one person in the whole county. */
const toldInCounty: Special['toldInCounty'] = {
  because: 'docs/adr/0021: somebody is one person in the whole county.',
  fields: ['holder', 'personId'],
}

export const responsibilityPart: Part = {
  async plant(area) {
    const { village, township, things, hands } = area
    const { desk } = hands
    const [stays, ends] = [await post(area), await post(area)]
    const last = { at: AT, ground: `${area.mark}调整` }
    await made(desk.post(`/responsibility/duties/${ends.dutyId}/end`, { at: AT }))
    await made(desk.post(`/responsibility/teams/${ends.teamId}/members/${ends.memberId}/leave`, { at: AT }))
    await made(desk.post(`/responsibility/teams/${ends.teamId}/dissolve`, last))
    await made(desk.post(`/responsibility/posts/${ends.postId}/close`, last))
    const call = { id: newId(), division: village, how: 'met', at: AT, postIds: [stays.postId] }
    await made(desk.post('/responsibility/roll-calls', call))
    await made(desk.post('/responsibility/rules', { ...RULE, id: newId() }))
    // Planned where nobody else is assigned: in the other village of the township.
    const beside = `${township}202`
    await made(desk.post('/responsibility/posts', aPost(beside, { title: `${area.mark}岗`, holder: holder(area) })))
    const { basis } = await made(desk.get(`/responsibility/plan?division=${beside}&kind=volunteer`))
    const plan = { id: newId(), division: beside, kind: 'volunteer', mode: 'anew', basis, at: AT }
    await made(desk.post('/responsibility/plans', plan))
    return {
      ...stays,
      holder: holder(area),
      postIds: [stays.postId],
      what: oneOf(
        { reach: 'household', householdId: things['householdId'] },
        { reach: 'compound', division: village, compoundId: things['compoundId'] },
        { reach: 'block', division: village, block: '第1组' },
      ),
    }
  },
  operations: {
    'responsibility.post.open': { say: KIND, toldInCounty },
    'responsibility.post.seat': { fresh, toldInCounty },
    'responsibility.post.close': { fresh },
    'responsibility.duty.end': { fresh },
    'responsibility.plan.propose': { say: KIND },
    'responsibility.plan.apply': { say: { ...KIND, basis: '0'.repeat(64) }, answer: 'responsibility.plan-stale' },
    'responsibility.rule.list': { sameEverywhere: true },
    'responsibility.team.form': {
      say: { rule: 'five-on-one', role: 'volunteer' },
      also: [({ things }) => ({ personId: things['personId'] })],
      toldInCounty,
    },
    'responsibility.team.join': { say: { role: 'volunteer' }, fresh },
    'responsibility.team.leave': { fresh },
    'responsibility.team.dissolve': { fresh },
  },
}

const words = { zh: '巡逻员', en: 'Patrol' }
const RULE = {
  subject: 'post-kind',
  since: '2020-02-05',
  body: { code: 'patrol', ...words, rank: 'beside', usual: null, most: null, silentAfterHours: null },
}
