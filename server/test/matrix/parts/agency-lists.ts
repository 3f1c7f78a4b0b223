import { aCsv, aList, COLUMNS, inDays } from '../../../src/capabilities/agency-lists/agency-lists.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Part, type Special } from '../part.ts'

const FOR_LISTS = { purpose: 'agency-list-check' } as const
let files = 0
/** Two rows about somebody of the township: one for sure, one under another name and so in doubt. */
const fileAbout = ({ things, mark }: Area): string => {
  const { number = '' } = things['document'] as { number?: string }
  return aCsv([`${++files}`, String(things['q']), number, '', ''], ['', `${mark}不识`, number, '', ''])
}

async function list(area: Area): Promise<{ listId: string; sureId: string; doubtfulId: string }> {
  const { desk } = area.hands
  const body = aList(fileAbout(area), { sender: `${area.mark}公安局`, purpose: `${area.mark}核查` })
  await made(desk.post('/agency-lists', body))
  const { items } = await made(desk.get(`/agency-list-entries?listId=${body.id}&state=all`, FOR_LISTS))
  return { listId: body.id, sureId: items[0].id, doubtfulId: items[1].id }
}

async function answered(area: Area) {
  const { cadre } = area.hands
  const one = await list(area)
  const decision = { id: newId(), recordedAt: AT, personId: area.things['personId'] }
  await made(cadre.post(`/agency-list-entries/${one.doubtfulId}/identifications`, decision))
  const answer = { id: newId(), recordedAt: AT, answer: 'away', note: `${area.mark}外地` }
  await made(cadre.post(`/agency-list-entries/${one.sureId}/answers`, answer))
  return one
}

/** What a preview shows is what was sent. */
const file = () => aCsv([`${++files}`, '周小满', '', '15400000001', ''])
const FILE: Special['say'] = { file, columns: () => COLUMNS, sheet: () => null, headerRow: () => null }
const ENTRIES: Special = { purpose: 'agency-list-check', guardedTwice: 'people asks again what for.' }

export const agencyListsPart: Part = {
  async plant(area) {
    const { listId, sureId, doubtfulId } = await answered(area)
    const passing = { id: newId(), recordedAt: AT, to: area.township, note: `${area.mark}镇上` }
    await made(area.hands.cadre.post(`/agency-list-entries/${doubtfulId}/passings`, passing))
    const ended = await answered(area)
    await made(area.hands.desk.post(`/agency-lists/${ended.listId}/destruction`, { ground: `${area.mark}已毕` }))
    return { listId, entryId: sureId }
  },
  // A list is the county's, with all that is said of the whole of it; what a township may see of one is its entries.
  unfilled: ['list', 'file', 'reading', 'destruction', 'certificate', 'return_consent'].map(
    (name) => `agency_lists.${name}`,
  ),
  operations: {
    // It shows what it was sent.
    'agency-lists.list.preview': { say: FILE, sameEverywhere: true },
    'agency-lists.list.receive': { say: { ...FILE, expiresOn: () => inDays(20) } },
    'agency-lists.list.destroy': { fresh: async (area) => ({ listId: (await list(area)).listId }) },
    'agency-lists.return.make': { ...ENTRIES, say: { format: 'csv' } },
    'agency-lists.entry.list': ENTRIES,
    'agency-lists.entry.get': ENTRIES,
    'agency-lists.entry.show': ENTRIES,
    'agency-lists.entry.identify': {
      toldInCounty: {
        because: 'docs/adr/0021: who is meant may have been registered by another township.',
        fields: ['personId'],
      },
    },
    'agency-lists.entry.pass': {
      say: { to: ({ county }) => county },
      fresh: async (area) => ({ entryId: (await list(area)).sureId }),
    },
    'agency-lists.answer.record': { say: { register: false } },
  },
}
