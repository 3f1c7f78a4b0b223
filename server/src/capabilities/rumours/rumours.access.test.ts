import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { answerTopic, setWatch } from './operations.answers.ts'
import { assessTopic, codeTopic, referMatter, reportTopic, turnTopic, verifyTopic } from './operations.course.ts'
import { advise, readDesk, setMatrix } from './operations.desk.ts'
import { mergeTopics, splitTopic } from './operations.regrouping.ts'
import { recordSignals, stripWords } from './operations.signals.ts'
import { listTopics, readTopic } from './operations.topics.ts'
import { printWeek, readWeek } from './operations.week.ts'

const county = '130822'
const village = '130822100201'
const nobody = everybody('may not')
const hearing = {
  ...nobody,
  'county-desk': 'may',
  'publicity-editor': 'may',
  'township-officer': 'may',
  'village-cadre': 'may',
} as const
const working = { ...nobody, 'county-desk': 'may', 'publicity-editor': 'may' } as const
const ruling = { ...nobody, 'county-desk': 'may' } as const
const asked = (seat: string, division = seat) => ({
  loaded: new Map([[division, {}]]) as never,
  input: { division } as never,
  seat: { division: seat },
})

describe('who hears something tells it for where it was heard', () => {
  accessTable(recordSignals as never, asked(village), hearing)
  accessTable(recordSignals as never, asked('130822101', village), nobody)
  accessTable(stripWords as never, asked(village), hearing)
})

describe('topics are read by seats of the whole county and by nobody else', () => {
  for (const operation of [listTopics, readTopic, readDesk, readWeek, printWeek]) {
    accessTable(operation as never, asked(county), { ...working, auditor: 'may' })
    accessTable(operation as never, asked('130822100'), nobody)
  }
})

describe('the desk works on topics, and the county’s own rules them', () => {
  for (const operation of [
    codeTopic,
    assessTopic,
    reportTopic,
    verifyTopic,
    answerTopic,
    turnTopic,
    mergeTopics,
    splitTopic,
  ]) {
    accessTable(operation as never, asked(county), working)
    accessTable(operation as never, asked('130822100'), nobody)
  }
  for (const operation of [referMatter, setMatrix, setWatch, advise]) {
    accessTable(operation as never, asked(county), ruling)
    accessTable(operation as never, asked('130822100'), nobody)
  }
})
