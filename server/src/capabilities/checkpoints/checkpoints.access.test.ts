import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { readBoard, readBoardDay, readCheckpointDay } from './operations.board.ts'
import { openHandOverCase } from './operations.cases.ts'
import { correctPassage, listCheckpointPassages, listFeverHandOvers, recordOutcome } from './operations.corrections.ts'
import { closeShift, listCheckpointShifts, openShift } from './operations.shifts.ts'
import { recordTallies } from './operations.tallies.ts'
import { checkTravellers } from './operations.travellers.ts'
import { recordPassages } from './operations.ts'

const village = '130822100201'
const station = {
  id: '00000000-0000-4000-8000-00000000000a',
  division: village,
  checkpointId: '00000000-0000-4000-8000-00000000000a',
}
const stations = new Map([[station.id, station]])
const atTheStation = { division: village, placeId: station.id }

// Whoever stands at this barrier, and the offices above it that enter paper cards.
const screening = {
  ...everybody('may not'),
  'county-desk': 'may',
  'township-officer': 'may',
  'village-cadre': 'may',
  'checkpoint-shift': 'may',
} as const
const correcting = { ...screening, 'data-verifier': 'may' } as const
const reading = { ...correcting, auditor: 'may' } as const
const supervising = {
  ...everybody('may not'),
  'county-desk': 'may',
  'data-verifier': 'may',
  'township-officer': 'may',
} as const

accessTable(
  recordPassages,
  { loaded: { stations, profiles: null, met: new Set() }, input: { checkpointId: station.id }, seat: atTheStation },
  screening,
)
accessTable(recordTallies, { loaded: stations, input: { checkpointId: station.id }, seat: atTheStation }, screening)
accessTable(checkTravellers, { loaded: station, input: {}, seat: atTheStation }, screening)
accessTable(openShift, { loaded: station, input: {}, seat: atTheStation }, screening)
accessTable(closeShift, { loaded: station, input: {}, seat: atTheStation }, screening)
accessTable(correctPassage, { loaded: station, input: {}, seat: atTheStation }, correcting)
accessTable(listCheckpointPassages, { loaded: station, input: {}, seat: atTheStation }, reading)
accessTable(listCheckpointShifts, { loaded: station, input: {}, seat: atTheStation }, reading)
accessTable(readCheckpointDay, { loaded: station, input: {}, seat: atTheStation }, reading)
accessTable(readBoard, { loaded: undefined, input: {}, seat: atTheStation }, reading)
accessTable(readBoardDay, { loaded: undefined, input: {}, seat: atTheStation }, reading)
accessTable(listFeverHandOvers, { loaded: undefined, input: {}, seat: atTheStation }, reading)
accessTable(recordOutcome, { loaded: station, input: {}, seat: atTheStation }, supervising)
accessTable(openHandOverCase, { loaded: station, input: {}, seat: atTheStation }, supervising)

// The same seats one village further: nobody but the county sees across.
const elsewhere = { division: '130822100202', placeId: station.id }
accessTable(
  recordPassages,
  { loaded: { stations, profiles: null, met: new Set() }, input: { checkpointId: station.id }, seat: elsewhere },
  everybody('may not'),
)
accessTable(correctPassage, { loaded: station, input: {}, seat: elsewhere }, everybody('may not'))
accessTable(listCheckpointPassages, { loaded: station, input: {}, seat: elsewhere }, everybody('may not'))
accessTable(checkTravellers, { loaded: station, input: {}, seat: elsewhere }, everybody('may not'))
accessTable(recordOutcome, { loaded: station, input: {}, seat: elsewhere }, everybody('may not'))
accessTable(openHandOverCase, { loaded: station, input: {}, seat: elsewhere }, everybody('may not'))
