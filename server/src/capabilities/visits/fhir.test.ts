import { expect, test } from 'vitest'
import { readFhir } from './fhir.reading.ts'
import { toFhir, toResponses } from './fhir.writing.ts'
import { Draft } from './schema.questionnaires.ts'
import { STARTING_KEY, startingFive } from './starting-five.ts'

const stored = { key: STARTING_KEY, version: 3, ...startingFive }
const wellFormed = () => structuredClone(toFhir(130822, stored, true)) as Record<string, unknown>
const rulesBroken = (resource: Record<string, unknown>) => {
  const read = readFhir(resource)
  return Array.isArray(read) ? read.map(({ path, en }) => `${path} ${en}`) : []
}

test('what goes out comes back as it was, in both languages and with its rules', () => {
  const resource = wellFormed()
  expect(resource).toMatchObject({
    resourceType: 'Questionnaire',
    status: 'active',
    version: '3',
    name: 'Five_questions',
  })
  const read = readFhir(JSON.parse(JSON.stringify(resource)))
  if (Array.isArray(read)) throw new Error(JSON.stringify(read))
  expect(read.leftOut).toEqual([])
  const withSystem = startingFive.questions.map((question) => ({
    ...question,
    options: question.options.map((option) => ({ ...option, system: 'urn:qunfang:fhir:answers' })),
  }))
  expect(read.draft).toEqual({ ...startingFive, questions: withSystem })
})

const item = (given: object) => ({
  resourceType: 'Questionnaire',
  title: 't',
  status: 'active',
  item: [{ linkId: '1', text: 'q', type: 'boolean', ...given }],
})
test.each([
  ['que-1', item({ type: 'group' })],
  ['que-1', item({ type: 'display', item: [{ linkId: '2', text: 'x', type: 'boolean' }] })],
  ['que-2', item({ type: 'group', item: [{ linkId: '1', text: 'x', type: 'boolean' }] })],
  ['que-3', item({ type: 'display', code: [{ code: 'x' }] })],
  ['que-4', item({ type: 'choice', answerOption: [{ valueString: 'a' }], answerValueSet: 'http://x' })],
  ['que-5', item({ answerValueSet: 'http://x' })],
  ['que-6', item({ type: 'display', required: true })],
  ['que-7', item({ enableWhen: [{ question: '2', operator: 'exists', answerString: 'x' }] })],
  ['que-8', item({ type: 'display', initial: [{ valueString: 'x' }] })],
  ['que-9', item({ type: 'display', readOnly: true })],
  ['que-10', item({ type: 'date', maxLength: 5 })],
  ['que-11', item({ type: 'choice', answerOption: [{ valueString: 'a' }], initial: [{ valueString: 'a' }] })],
  [
    'que-12',
    item({
      enableWhen: [
        { question: '1', operator: '=', answerBoolean: true },
        { question: '1', operator: '=', answerBoolean: false },
      ],
    }),
  ],
  ['que-13', item({ type: 'string', initial: [{ valueString: 'a' }, { valueString: 'b' }] })],
  ['R4 has no such element', item({ colour: 'red' })],
  ['It is no type of R4', item({ type: 'question' })],
  ['It is no operator of R4', item({ enableWhen: [{ question: '1', operator: '~', answerBoolean: true }] })],
  ['not kept', item({ type: 'attachment' })],
  ['modifier', item({ modifierExtension: [{ url: 'x' }] })],
  ['draft, active, retired', { ...item({}), status: 'open' }],
  ['asks nothing', { resourceType: 'Questionnaire', title: 't', status: 'draft' }],
  ['has to be a Questionnaire', { resourceType: 'Patient' }],
])('a questionnaire that breaks %s is refused with the reason', (rule, resource) => {
  expect(rulesBroken(resource).join('\n')).toContain(rule)
})

test('what has no place here is named, so that nobody thinks it was kept', () => {
  const read = readFhir({
    ...item({
      maxLength: undefined,
      initial: [{ valueBoolean: true }],
      extension: [{ url: 'http://other', valueCode: 'x' }],
    }),
    description: 'about',
    language: 'en',
  })
  if (Array.isArray(read)) throw new Error(JSON.stringify(read))
  expect(read.leftOut).toEqual([
    'Questionnaire.description',
    'Questionnaire.item[0].initial',
    'Questionnaire.item[0].extension(http://other)',
  ])
  expect(read.draft.questions[0]).toMatchObject({ linkId: '1', zh: 'q', en: 'q', kind: 'yes-no' })
})

test('answers go out one response a sheet, grouped as they were asked, and name nobody', () => {
  const answers = {
    'been-there': '4201',
    'met-from-there': false,
    symptoms: ['fever', 'cough'],
    travelled: true,
    when: '2020-01-22',
  }
  const sheet = {
    visitId: '00000000-0000-4000-8000-000000000001',
    nth: 0,
    personId: '00000000-0000-4000-8000-000000000002',
    householdId: '00000000-0000-4000-8000-000000000003',
    questionnaire: { ...stored, ...Draft.parse(startingFive) },
    answers,
    authored: new Date('2020-02-17T01:30:00Z'),
    voided: false,
    corrected: false,
  }
  const household = { ...sheet, nth: 1, personId: null, answers: { 'living-here': 3 } }
  const bundle = toResponses(
    130822,
    [sheet, household, { ...sheet, nth: 2, voided: true }],
    new Date(0),
  ) as unknown as {
    type: string
    total?: number
    entry: Array<{ fullUrl: string; resource: Record<string, unknown> & { item: Array<Record<string, unknown>> } }>
  }
  expect(bundle).toMatchObject({ type: 'collection' })
  expect(bundle.total, 'bdl-1').toBeUndefined()
  expect(new Set(bundle.entry.map(({ fullUrl }) => fullUrl)).size, 'bdl-7').toBe(3)
  expect(bundle.entry.map(({ resource }) => resource['status'])).toEqual([
    'completed',
    'in-progress',
    'entered-in-error',
  ])
  const [first] = bundle.entry
  expect(first?.resource).toMatchObject({
    questionnaire: 'urn:qunfang:130822:questionnaire:five-questions|3',
    subject: { type: 'Patient', identifier: { value: sheet.personId } },
    authored: '2020-02-17T01:30:00.000Z',
  })
  expect(first?.resource.item.map(({ linkId }) => linkId)).toEqual([
    'been-there',
    'met-from-there',
    'symptoms',
    'how-travelled',
  ])
  expect(first?.resource.item[2]?.['answer']).toMatchObject([
    { valueCoding: { code: 'fever' } },
    { valueCoding: { code: 'cough' } },
  ])
  expect(first?.resource.item[3]).toMatchObject({
    item: [
      { linkId: 'travelled', answer: [{ valueBoolean: true }] },
      { linkId: 'when', answer: [{ valueDate: '2020-01-22' }] },
    ],
  })
  const both = first?.resource.item.filter((one) => 'item' in one && 'answer' in one)
  expect(both, 'qrs-1').toEqual([])
})

test('what is near to a kind of ours is taken as that, and said', () => {
  const concept = [{ code: '1', display: 'None' }]
  const motor = { resourceType: 'ValueSet', id: 'motor', compose: { include: [{ system: 'http://loinc', concept }] } }
  const read = readFhir({
    resourceType: 'Questionnaire',
    id: 'gcs',
    status: 'draft',
    contained: [motor],
    item: [
      { linkId: '/9270-0', type: 'choice', answerValueSet: '#motor', code: [{ code: '9270-0', display: 'Verbal' }] },
      { linkId: '2', text: 'Weight', type: 'quantity', item: [{ linkId: '2.1', text: 'Dressed', type: 'boolean' }] },
      { linkId: '3', text: 'Other', type: 'string', repeats: true },
    ],
  })
  if (Array.isArray(read)) throw new Error(JSON.stringify(read))
  expect(read.draft).toMatchObject({
    zh: 'gcs',
    questions: [
      { linkId: '/9270-0', zh: 'Verbal', options: [{ code: '1', system: 'http://loinc', zh: 'None' }] },
      { linkId: '2', kind: 'number', within: null },
      { linkId: '2.1', kind: 'yes-no', within: null },
      { linkId: '3', kind: 'text', many: false },
    ],
  })
  expect(read.leftOut).toEqual([
    'Questionnaire.contained',
    'Questionnaire.item[0].code',
    'Questionnaire.item[1].type(quantity → decimal)',
    'Questionnaire.item[1].item(beside 2)',
    'Questionnaire.item[2].repeats',
  ])
  expect(rulesBroken({ ...item({ type: 'choice', answerValueSet: 'http://elsewhere' }) }).join()).toContain(
    'not fetched',
  )
})
