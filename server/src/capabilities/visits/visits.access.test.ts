import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { findCardByCode, printCards } from './operations.cards.ts'
import { closeFollowUps, listFollowUps } from './operations.follow-ups.ts'
import { listHomes, readHousehold } from './operations.homes.ts'
import { listBlocks, readProgress } from './operations.progress.ts'
import {
  exportQuestionnaire,
  exportResponses,
  getQuestionnaire,
  listQuestionnaires,
  readQuestionnaire,
  saveQuestionnaire,
} from './operations.questionnaires.ts'
import { recordContact, recordJourney } from './operations.recording.ts'
import { endRound, listRounds, openRound } from './operations.rounds.ts'
import { recordVisits } from './operations.ts'

const village = '130822100201'
const round = { id: '00000000-0000-4000-8000-00000000000a', area: '130822', key: 'five-questions', version: 1 }
const householdId = '00000000-0000-4000-8000-00000000000b'
const stay = { householdId, division: village, since: '2020-01-20', until: null }

const calling = { ...everybody('may not'), 'county-desk': 'may', 'township-officer': 'may' } as const
const visiting = { ...calling, 'village-cadre': 'may' } as const
const counting = { ...visiting, 'data-verifier': 'may', auditor: 'may' } as const

const here = { division: village }
accessTable(openRound, { loaded: undefined, input: { area: village }, seat: here }, calling)
accessTable(endRound, { loaded: { area: village }, input: {}, seat: here }, calling)
accessTable(listRounds, { loaded: undefined, input: {}, seat: here }, counting)
accessTable(readProgress, { loaded: round, input: { area: village }, seat: here }, counting)
accessTable(listBlocks, { loaded: round, input: { division: village }, seat: here }, counting)
const known = { rounds: new Map([[round.id, round]]), stays: new Map([[householdId, [stay]]]) }
const input = { roundId: round.id, householdId, recordedAt: '2020-02-17T09:30:00+08:00' }
accessTable(recordVisits, { loaded: known, input, seat: here }, visiting)

// The same seats one village further, and for a round of the whole county from a township's seat.
const elsewhere = { division: '130822100202' }
accessTable(recordVisits, { loaded: known, input, seat: elsewhere }, everybody('may not'))
accessTable(readProgress, { loaded: round, input: { area: village }, seat: elsewhere }, everybody('may not'))
accessTable(endRound, { loaded: round, input: {}, seat: { division: '130822100' } }, everybody('may not'))
accessTable(
  openRound,
  { loaded: undefined, input: { area: '130822' }, seat: { division: '130822100' } },
  everybody('may not'),
)

const asked = { purpose: 'home-visit' } as const
accessTable(listHomes, { loaded: { round, ...asked }, input: { area: village }, seat: here }, visiting)
accessTable(readHousehold, { loaded: { division: village, ...asked }, input: {}, seat: here }, visiting)
accessTable(exportResponses, { loaded: { visit: { division: village }, ...asked }, input: {}, seat: here }, visiting)
accessTable(printCards, { loaded: { round, ...asked }, input: { division: village }, seat: here }, visiting)
accessTable(findCardByCode, { loaded: { place: { division: village }, ...asked }, input: {}, seat: here }, visiting)
// Without the purpose of a visit nobody is shown.
const supervising = { purpose: 'supervision' } as const
accessTable(
  listHomes,
  { loaded: { round, ...supervising }, input: { area: village }, seat: here },
  {
    ...everybody('may not'),
    'county-desk': 'may',
  },
)
accessTable(
  readHousehold,
  { loaded: { division: village, ...asked }, input: {}, seat: elsewhere },
  everybody('may not'),
)

const offices = { ...calling, 'data-verifier': 'may' } as const
const tracing = { purpose: 'contact-tracing' } as const
accessTable(listFollowUps, { loaded: asked, input: { area: village }, seat: here }, visiting)
accessTable(listFollowUps, { loaded: tracing, input: { area: village }, seat: here }, offices)
const followUp = { division: village, kind: 'roster' }
const followUpId = '00000000-0000-4000-8000-00000000000c'
const found = (kind: string) => new Map([[followUpId, { ...followUp, kind }]])
accessTable(
  closeFollowUps,
  { loaded: found('roster'), input: { followUpId }, seat: here },
  { ...offices, 'village-cadre': 'may' },
)
accessTable(closeFollowUps, { loaded: found('fever'), input: { followUpId }, seat: here }, offices)
accessTable(closeFollowUps, { loaded: found('roster'), input: { followUpId }, seat: elsewhere }, everybody('may not'))
const following = { ...offices, 'village-cadre': 'may' } as const
accessTable(recordJourney, { loaded: { ...followUp, kind: 'travel' }, input: {}, seat: here }, following)
accessTable(recordContact, { loaded: { ...followUp, kind: 'contact' }, input: {}, seat: here }, following)

const desk = { ...everybody('may not'), 'county-desk': 'may' } as const
const county = { division: '130822' }
accessTable(saveQuestionnaire, { loaded: undefined, input: {}, seat: county }, desk)
accessTable(saveQuestionnaire, { loaded: undefined, input: {}, seat: { division: '130822100' } }, everybody('may not'))
accessTable(readQuestionnaire, { loaded: undefined, input: {}, seat: county }, desk)
accessTable(listQuestionnaires, { loaded: undefined, input: {}, seat: here }, everybody('may'))
accessTable(getQuestionnaire, { loaded: undefined, input: {}, seat: here }, everybody('may'))
accessTable(exportQuestionnaire, { loaded: undefined, input: {}, seat: here }, everybody('may'))
