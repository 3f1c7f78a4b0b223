import { inventedDivisions } from '../../../src/capabilities/places/places.factory.ts'
import { keepEdition } from '../../../src/capabilities/places/sql.divisions.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, oneOf, type Part } from '../part.ts'

/** Three townships of two villages each, all at the first planting: what is not in a later list would be closed. */
const divisionsOf = (county: number) => [
  ...inventedDivisions(county),
  { code: `${county}102`, name: '南乡', level: 'township' as const, parent: String(county), committee: false },
  ...['101202', '102201', '102202'].map((under) => ({
    code: `${county}${under}`,
    name: '梨树沟村民委员会',
    level: 'village' as const,
    parent: `${county}${under.slice(0, 3)}`,
    committee: true,
  })),
]

const opened = ({ village, mark }: Pick<Area, 'village' | 'mark'>) => ({
  id: newId(),
  kind: 'village-turn-back',
  name: `${mark}劝返点`,
  division: village,
  openedAt: '2020-01-24T08:00:00+08:00',
})

async function freshCheckpoint({ village, hands }: Area): Promise<{ checkpointId: string }> {
  const body = opened({ village, mark: '新' })
  await made(hands.desk.post('/places/checkpoints', body))
  return { checkpointId: body.id }
}

async function closedCheckpoint(area: Area): Promise<{ checkpointId: string }> {
  const { checkpointId } = await freshCheckpoint(area)
  const closing = { id: newId(), at: '2020-02-01T08:00:00+08:00', ground: '路已封' }
  await made(area.hands.desk.post(`/places/checkpoints/${checkpointId}/close`, closing))
  return { checkpointId }
}

export const placesPart: Part = {
  async plant(area) {
    await area.stage.inside(({ tx, actor }) => keepEdition(tx, divisionsOf(actor.county), '2023-06-30'))
    const { village, township, mark, hands } = area
    const { desk } = hands
    const [stands, turned] = [opened(area), opened(area)]
    for (const one of [stands, turned]) await made(desk.post('/places/checkpoints', one))
    await made(desk.post(`/places/checkpoints/${turned.id}/close`, { id: newId(), at: AT, ground: `${mark}路已封` }))
    const compound = { id: newId(), name: `${mark}小区`, division: village, households: 7 }
    await made(desk.post('/places/compounds', compound))
    const fact = { id: newId(), aspect: 'guard', present: true, unit: `${mark}物业`, since: '2020-01-25' }
    await made(desk.post(`/places/compounds/${compound.id}/facts`, fact))
    const places = [
      { kind: 'checkpoint', id: stands.id },
      { kind: 'compound', id: compound.id },
      { kind: 'division', id: township },
    ]
    for (const place of places) {
      await made(desk.post('/places/positions', { id: newId(), place, lon: 117.5, lat: 40.4 }))
    }
    const inVillage = { kind: 'division', id: village }
    return {
      checkpointId: stands.id,
      placeId: stands.id,
      compoundId: compound.id,
      place: oneOf(places[0], places[1], inVillage),
    }
  },
  shared: ['places.division', 'places.division_name'],
  operations: {
    'places.checkpoint.open': { say: { kind: 'village-turn-back' } },
    'places.checkpoint.close': { fresh: freshCheckpoint },
    'places.checkpoint.reopen': { fresh: closedCheckpoint },
    'places.position.record': { say: { lon: 117.5, lat: 40.4 } },
    'places.division.list': {
      toldInCounty: {
        because: 'The division tree is public.',
        fields: ['parent'],
        hears: ({ township }) => [township],
      },
    },
    // A code says itself where it belongs, and two levels of it can be made up from one pattern.
    'places.division.record': { say: { code: ({ township }: Area) => township, name: '新乡', level: 'township' } },
    'places.county.list': { sameEverywhere: true },
    // The county of the matrix is in no official list, and that is found out before anybody is asked who they are.
    'places.county.import': { answer: 'places.county-unknown' },
    'places.outline.get': { answer: 'places.county-unknown', sameEverywhere: true },
  },
}
