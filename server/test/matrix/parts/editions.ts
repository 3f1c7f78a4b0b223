import { publishedProfiles } from '../../../src/capabilities/cases/editions.ts'
import { addDays, dayInChina } from '../../../src/capabilities/places/rules.clock.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Hands, made, type Part, type Special } from '../part.ts'

const BASE = 'covid19-cn-new10'
const today = () => dayInChina(new Date())
const tomorrow = () => addDays(today(), 1)
const words = { zh: '细则', en: 'Rules' }
const decision = { documentNo: '〔2026〕1号', authority: '指挥部', decider: '甲' }
const madeUp = () => `e-${newId().slice(0, 18)}`

/** A draft for a disease of its own, so that its days meet those of no other. */
async function draft({ desk }: Pick<Hands, 'desk'>, disease = madeUp()) {
  const code = madeUp()
  await made(desk.post('/cases/editions', { id: newId(), code, basedOn: BASE, disease, ...words }))
  return { code, disease, seen: 1 }
}
async function inForce({ desk }: Pick<Hands, 'desk'>, from: string, disease?: string) {
  const one = await draft({ desk }, disease)
  await made(desk.post(`/cases/editions/${one.code}/start`, { id: newId(), from, seen: 1, ...decision }))
  return one
}
/** Two editions of one disease, the second from tomorrow on. */
async function twoEditions(hands: Hands) {
  const former = await inForce(hands, today())
  const next = await inForce(hands, tomorrow(), former.disease)
  return { from: former.code, to: next.code, day: tomorrow() }
}
const aDraft: Special['fresh'] = ({ hands }) => draft(hands)

/** A plan is the whole county's: everybody in it reads the same, and only the county's desk writes. */
export const editionsPart: Part = {
  async plant({ hands }) {
    const { code } = await draft(hands)
    await made(hands.desk.post(`/cases/editions/${code}/drop`, { id: newId() }))
    await made(hands.desk.post('/cases/changeovers', { id: newId(), ...(await twoEditions(hands)), ...decision }))
    return {}
  },
  operations: {
    'cases.edition.list': { sameEverywhere: true, say: { disease: 'covid-19' } },
    'cases.edition.show': { sameEverywhere: true, say: { code: BASE }, open: ['body'] },
    'cases.edition.compare': { sameEverywhere: true, say: { code: BASE, with: 'covid19-cn-ed4' }, open: ['a', 'b'] },
    'cases.edition.draft': { say: { code: madeUp, basedOn: BASE, disease: 'covid-19', ...words } },
    'cases.edition.change': {
      say: { code: BASE, seen: 1, body: publishedProfiles[0]?.body ?? {} },
      fresh: aDraft,
      // By a measuring site; every other key is refused.
      open: ['bySite'],
    },
    'cases.edition.drop': { say: { code: BASE }, fresh: aDraft },
    'cases.edition.start': { say: { code: BASE, seen: 1, from: today }, fresh: aDraft },
    'cases.changeover.list': { sameEverywhere: true, say: { disease: 'covid-19' } },
    'cases.changeover.order': {
      say: { from: BASE, to: 'covid19-cn-ed4', day: tomorrow },
      fresh: ({ hands }) => twoEditions(hands),
    },
    'cases.changeover.preview': { say: { from: BASE, to: 'covid19-cn-ed4', day: tomorrow } },
  },
}
