import { aCase, aFever } from '../../../src/capabilities/cases/course.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, oneOf, type Part, type Special } from '../part.ts'

type Case = Awaited<ReturnType<typeof aCase>>
const opened = ({ hands, village }: Area) => aCase(hands.desk, village, { at: AT, recordedAt: AT })

const swab = { specimen: 'throat-swab', laboratory: '县疾控' }
const bodies: Record<string, (one: Case) => Promise<object>> = {
  evidence: async () => ({ answers: [{ code: 'imaging', present: true }] }),
  onsets: async () => ({ day: '2020-02-01' }),
  samples: async () => swab,
  async results(one) {
    const id = newId()
    await made(one.send('samples', AT, { id, ...swab }))
    return { sampleId: id, test: 'pcr', finding: 'inconclusive' }
  },
  async decisions(one) {
    await made(one.evidence(AT, 'affected-area', 'imaging'))
    return { status: 'suspected', ground: 'rule', institution: '县医院' }
  },
  async reports(one) {
    await made(one.onset(AT, '2020-02-01'))
    await made(one.evidence(AT, 'affected-area', 'imaging'))
    await made(one.decide(AT, 'suspected', 'rule'))
    return {
      turn: 'first',
      cardNo: 'R202002051',
      belongsTo: 'county',
      populationGroup: 'farmer',
      unit: '县医院',
      unitPhone: '0314-5050000',
      doctor: '赵报告',
      correctedName: null,
    }
  },
  investigations: async () => ({ investigator: '王调查', unit: '县疾控' }),
  sources: async () => ({ setting: 'household', sourceCaseId: null }),
}

/** On a case of its own, whose course has come so far that the entry can be made; and as the correction of such an entry. */
function onFreshCase(kind: string, say: Special['say'] = {}): Special {
  return {
    say,
    also: [({ things }) => ({ corrects: things['entryId'], why: '录入有误' })],
    async fresh(area) {
      const one = await opened(area)
      const body = await bodies[kind]?.(one)
      const id = newId()
      await made(one.send(kind, AT, { id, ...body }))
      const { sampleId } = (body ?? {}) as { sampleId?: string }
      const source = kind === 'sources' ? { sourceCaseId: (await opened(area)).caseId } : {}
      return { caseId: one.caseId, corrects: id, ...(sampleId ? { sampleId } : {}), ...source }
    },
  }
}

/** Two who fell ill one after the other, so that delays and the tree of an area have something in them. */
async function aPair(area: Area): Promise<void> {
  const suspected = async (onset: string) => {
    const one = await opened(area)
    await made(one.onset(AT, onset))
    await made(one.evidence(AT, 'affected-area', 'imaging'))
    await made(one.decide(AT, 'suspected', 'rule'))
    return one
  }
  const first = await suspected('2020-01-26')
  const second = await suspected('2020-02-01')
  const met = { metFrom: '2020-01-27T08:00:00+08:00', metTill: '2020-01-28T08:00:00+08:00' }
  await made(second.send('sources', AT, { setting: 'household', sourceCaseId: first.caseId, ...met }))
}

export const casesPart: Part = {
  async plant(area) {
    await aPair(area)
    const { village, mark, things, hands } = area
    const person = { personId: String(things['personId']) }
    const fever = aFever(village, { person, symptoms: ['cough'] })
    const { caseId } = await made(hands.desk.post('/cases/fevers', fever))
    const [sampleId, entryId] = [newId(), newId()]
    const planted = [
      ['samples', { id: sampleId, ...swab, laboratory: `${mark}疾控` }],
      ['results', { sampleId, test: 'pcr', finding: 'inconclusive' }],
      [
        'sources',
        { id: entryId, setting: 'household', sourceCaseId: (await opened(area)).caseId, note: `${mark}家宴` },
      ],
    ] as const
    for (const [kind, body] of planted)
      await made(hands.desk.post(`/cases/${caseId}/${kind}`, { id: newId(), recordedAt: AT, at: AT, ...body }))
    return {
      caseId,
      sourceCaseId: caseId,
      sampleId,
      entryId,
      feverId: fever.id,
      person: oneOf(person, { id: newId(), name: `${mark}小寒` }),
    }
  },
  operations: {
    'cases.card.print': { unread: true },
    'cases.delay.read': { say: { suspected: 'true' } },
    'cases.reproduction.read': { say: { suspected: 'true' } },
    'cases.fever.report': {
      say: { temperatureC: 38.2, site: 'axillary' },
      toldInCounty: { because: 'docs/adr/0021: a patient is one person in the whole county.', fields: ['person'] },
    },
    'cases.evidence.record': onFreshCase('evidence', { answers: [{ code: 'imaging', present: true }] }),
    'cases.onset.record': onFreshCase('onsets', { day: '2020-02-01' }),
    'cases.sample.record': onFreshCase('samples'),
    'cases.result.record': onFreshCase('results', { finding: 'inconclusive' }),
    'cases.decision.record': onFreshCase('decisions', {
      status: 'excluded',
      ground: 'authorised',
      clinician: '李医生',
      note: '流感',
    }),
    'cases.report.record': onFreshCase('reports', {
      turn: 'first',
      unitPhone: '0314-5050000',
      cardNo: () => `R${newId().slice(0, 8)}`,
      correctedName: () => null,
    }),
    'cases.investigation.record': onFreshCase('investigations'),
    'cases.source.record': onFreshCase('sources'),
  },
}
