import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { readAlert, readBoard, readFeed, readFigures, showFigures } from './operations.board.ts'
import {
  addChannel,
  confirmDispatch,
  dispatchPiece,
  listChannels,
  listDispatches,
  readDispatch,
  retryDispatch,
  turnChannel,
} from './operations.channels.ts'
import { readLegalNotices } from './operations.legal.ts'
import {
  addLoudspeakers,
  endAiring,
  listAirings,
  listLoudspeakers,
  planAirings,
  turnLoudspeaker,
} from './operations.loudspeakers.ts'
import { addPlayPhoto, readPlayPhoto } from './operations.photos.ts'
import { draftPiece, listPieces, readPiece, revisePiece } from './operations.pieces.ts'
import { listPlays, readCoverage, recordPlays } from './operations.plays.ts'
import { previewPiece } from './operations.preview.ts'
import { publishPiece, takePieceStep, withdrawPiece } from './operations.steps.ts'

const county = '130822'
const township = '130822100'
const nobody = everybody('may not')
const all = everybody('may')
const offices = { ...nobody, 'county-desk': 'may', 'township-officer': 'may' } as const
const writers = { ...offices, 'publicity-editor': 'may' } as const
const drafters = { ...writers, auditor: 'may' } as const

describe('words are written for an office and approved by it; what went out is for everybody', () => {
  const of = (division: string, more: object = {}) => ({
    loaded: { division, editions: [] } as never,
    input: { division, ...more },
  })
  for (const operation of [
    draftPiece,
    revisePiece,
    publishPiece,
    dispatchPiece,
    previewPiece,
    confirmDispatch,
    retryDispatch,
  ]) {
    accessTable(operation as never, { ...of(township), seat: { division: township } }, writers)
    accessTable(operation as never, { ...of(county), seat: { division: township } }, nobody)
  }
  const step = (name: string) => ({ ...of(county, { step: name }), seat: { division: county } })
  accessTable(takePieceStep as never, step('submitted'), writers)
  accessTable(takePieceStep as never, step('approved'), offices)
  accessTable(takePieceStep as never, step('returned'), offices)
  accessTable(withdrawPiece as never, { ...of(county), seat: { division: county } }, offices)
  accessTable(withdrawPiece as never, { ...of(county), seat: { division: township } }, nobody)
  accessTable(readPiece as never, { ...of(township), seat: { division: county } }, drafters)
  accessTable(
    readPiece as never,
    { loaded: { division: county, editions: [{}] } as never, input: {}, seat: { division: township } },
    all,
  )
  for (const operation of [listPieces, readDispatch, readLegalNotices])
    accessTable(operation as never, { loaded: {} as never, input: {}, seat: { division: township } }, all)
})

describe('where data leave is set up by the county and by whoever runs the installation', () => {
  const may = { ...nobody, 'county-desk': 'may', administrator: 'may' } as const
  for (const operation of [addChannel, turnChannel]) {
    accessTable(
      operation as never,
      { loaded: { division: county } as never, input: { division: county }, seat: { division: county } },
      may,
    )
    accessTable(
      operation as never,
      { loaded: { division: county } as never, input: { division: county }, seat: { division: township } },
      nobody,
    )
  }
  for (const operation of [listChannels, listDispatches, readFigures])
    accessTable(
      operation as never,
      { loaded: {} as never, input: {}, seat: { division: county } },
      { ...drafters, administrator: 'may' },
    )
})

describe('an office plans what is played, whoever lives there says what was', () => {
  const village = '130822100201'
  const known = new Map([[village, {}]])
  const asked = {
    loaded: { division: village, divisions: known, get: known.get.bind(known), has: known.has.bind(known) } as never,
    input: { division: village },
  }
  const players = { ...offices, 'village-cadre': 'may' } as const
  for (const operation of [planAirings, endAiring])
    accessTable(operation as never, { ...asked, seat: { division: village } }, writers)
  for (const operation of [addLoudspeakers, turnLoudspeaker, recordPlays, addPlayPhoto]) {
    accessTable(operation as never, { ...asked, seat: { division: village } }, players)
    accessTable(operation as never, { ...asked, seat: { division: '130822100202' } }, nobody)
  }
  for (const operation of [listLoudspeakers, listAirings, listPlays, readCoverage, readPlayPhoto])
    accessTable(operation as never, { ...asked, seat: { division: village } }, { ...drafters, 'village-cadre': 'may' })
})

describe('residents read the board without an account; the county shows its figures', () => {
  const asked = { loaded: undefined as never, input: { county } }
  for (const operation of [readBoard, readFeed, readAlert])
    accessTable(operation as never, { ...asked, seat: { division: county } }, nobody)
  accessTable(showFigures as never, { ...asked, seat: { division: county } }, { ...nobody, 'county-desk': 'may' })
  accessTable(showFigures as never, { ...asked, seat: { division: township } }, nobody)
})
