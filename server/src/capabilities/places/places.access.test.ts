import { describe, expect, test } from 'vitest'
import { accessTable, actorAs, everybody } from '../../../test/access-table/access-table.ts'
import { systemActor } from '../../kernel/operation.ts'
import {
  closeCheckpoint,
  getCheckpoint,
  listCheckpoints,
  openCheckpoints,
  reopenCheckpoint,
} from './operations.checkpoints.ts'
import { listCompounds, recordCompoundFact, recordCompounds } from './operations.compounds.ts'
import { getOutline, importCountyDivisions, listCounties, listDivisions } from './operations.divisions.ts'
import { recordPosition } from './operations.positions.ts'
import { recordDivisions } from './operations.units.ts'
import { mayImport, mayPutOnMap, mayRead, mayRunCheckpoint } from './policy.ts'
import type { CheckpointKind } from './schema.ts'

const county = '130822'
const township = '130822101'
const village = '130822101201'
const place = '018f0000-0000-7000-8000-000000000001'
const elsewhere = { division: '130822102' }

const desk = { ...everybody('may not'), 'county-desk': 'may', administrator: 'may' } as const
const deskAndTownship = { ...desk, 'township-officer': 'may' } as const

const divisions = new Map([village, county].map((code) => [code, {} as never]))
const opening = (kind: CheckpointKind, division = village) => ({
  input: { id: place, kind, name: '卡口', division, site: 'forehead', openedAt: '2020-01-25T00:00:00Z' },
  loaded: divisions,
})
const standing = (kind: CheckpointKind) => ({ loaded: { kind, division: village } as never, input: {} })

describe('reads are for everybody who has signed in; rows are held back by row-level security', () => {
  for (const read of [listDivisions, listCounties, getOutline, listCheckpoints, getCheckpoint, listCompounds]) {
    accessTable(read, { loaded: undefined, input: {}, seat: { division: village } }, everybody('may'))
  }
  test('nobody is not somebody', () => expect(mayRead(actorAs(null, { division: county }))).toBe(false))
})

describe('the division tree is brought in for the whole county', () => {
  accessTable(importCountyDivisions, { loaded: [], input: { code: county }, seat: { division: county } }, desk)
  accessTable(recordDivisions, { loaded: new Map(), input: { code: township }, seat: { division: county } }, desk)
  accessTable(
    recordDivisions,
    { loaded: new Map(), input: { code: village }, seat: { division: township } },
    everybody('may not'),
  )
  test('an administrator of one township may not, the system may', () => {
    expect(mayImport(actorAs('administrator', { division: township }))).toBe(false)
    expect(mayImport(systemActor(130822))).toBe(true)
  })
})

describe('checkpoints of the county are opened by the county, those of a village by its township too', () => {
  const seat = { division: township }
  accessTable(openCheckpoints, { ...opening('county-border'), seat: { division: county } }, desk)
  accessTable(openCheckpoints, { ...opening('expressway-exit'), seat }, desk)
  accessTable(openCheckpoints, { ...opening('village-turn-back'), seat }, deskAndTownship)
  accessTable(openCheckpoints, { ...opening('compound-gate'), seat }, deskAndTownship)
  accessTable(openCheckpoints, { ...opening('village-turn-back'), seat: elsewhere }, everybody('may not'))
  accessTable(closeCheckpoint, { ...standing('village-turn-back'), seat }, deskAndTownship)
  accessTable(closeCheckpoint, { ...standing('county-border'), seat: { division: county } }, desk)
  accessTable(closeCheckpoint, { ...standing('compound-gate'), seat: elsewhere }, everybody('may not'))
  accessTable(reopenCheckpoint, { ...standing('compound-gate'), seat }, deskAndTownship)
  accessTable(reopenCheckpoint, { ...standing('village-turn-back'), seat: elsewhere }, everybody('may not'))
  test('the system opens any', () => {
    expect(mayRunCheckpoint(systemActor(130822), { kind: 'county-border', division: village })).toBe(true)
    expect(mayRunCheckpoint(systemActor(130823), { kind: 'county-border', division: village })).toBe(false)
  })
})

describe('compounds are recorded by the township, their facts by the village as well', () => {
  const compound = { id: place, name: '小区', division: village, households: null }
  const withVillage = { ...deskAndTownship, 'village-cadre': 'may' } as const
  accessTable(recordCompounds, { loaded: divisions, input: compound, seat: { division: township } }, deskAndTownship)
  accessTable(recordCompounds, { loaded: divisions, input: compound, seat: elsewhere }, everybody('may not'))
  accessTable(recordCompoundFact, { loaded: village, input: {}, seat: { division: village } }, withVillage)
  accessTable(recordCompoundFact, { loaded: village, input: {}, seat: elsewhere }, everybody('may not'))
})

describe('a place is put on the map by who is responsible for it, a checkpoint also by its shift', () => {
  const loaded = { id: place, division: village }
  const onTheSpot = { ...deskAndTownship, 'village-cadre': 'may' } as const
  accessTable(recordPosition, { loaded, input: {}, seat: { division: village } }, onTheSpot)
  accessTable(
    recordPosition,
    { loaded, input: {}, seat: { division: village, placeId: place } },
    { ...onTheSpot, 'checkpoint-shift': 'may' },
  )
  accessTable(recordPosition, { loaded, input: {}, seat: { ...elsewhere, placeId: place } }, everybody('may not'))
  test('the system may', () => expect(mayPutOnMap(systemActor(130822), loaded)).toBe(true))
})
