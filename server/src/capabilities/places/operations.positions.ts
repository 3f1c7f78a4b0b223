import { announce } from '../../kernel/feed.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { findListedOutline } from './extract.ts'
import { originOf } from './operations.checkpoints.ts'
import { isInside } from './outline.ts'
import { mayPutOnMap } from './policy.ts'
import { checkpointUnknown, compoundUnknown, divisionUnknown, outsideCountry } from './problems.ts'
import { isInCountry, toWgs84 } from './rules.ts'
import { RecordedPosition, RecordPosition } from './schema.ts'
import { findCheckpointRows } from './sql.checkpoints.ts'
import { findCompoundDivision } from './sql.compounds.ts'
import { findDivisionRows } from './sql.divisions.ts'
import { keepPosition } from './sql.positions.ts'

async function divisionOf({ tx }: Ctx, { kind, id }: RecordPosition['place']): Promise<string> {
  switch (kind) {
    case 'checkpoint': {
      const found = (await findCheckpointRows(tx, [id])).get(id)
      if (!found) throw checkpointUnknown({ id })
      return found.division
    }
    case 'compound': {
      const division = await findCompoundDivision(tx, id)
      if (!division) throw compoundUnknown({ id })
      return division
    }
    case 'division':
      if (!(await findDivisionRows(tx, [id])).has(id)) throw divisionUnknown({ division: id })
      return id
    default:
      return kind satisfies never
  }
}

export const recordPosition = operation({
  name: 'places.position.record',
  summary: { zh: '在地图上标注地点', en: 'Put a place on the map' },
  kind: 'write',
  input: RecordPosition,
  output: RecordedPosition,
  load: async (ctx, { place }) => ({ id: place.id, division: await divisionOf(ctx, place) }),
  allow: mayPutOnMap,
  async run(ctx, input, { division }) {
    const [lon, lat] = toWgs84([input.lon, input.lat], input.datum)
    if (!isInCountry(lon, lat)) throw outsideCountry({ lon: input.lon, lat: input.lat })
    const { id, place, datum } = input
    const arrival = await keepPosition(ctx.tx, {
      ...originOf(ctx, input),
      division,
      checkpoint_id: place.kind === 'checkpoint' ? place.id : null,
      compound_id: place.kind === 'compound' ? place.id : null,
      lon,
      lat,
      datum,
      given_lon: input.lon,
      given_lat: input.lat,
    })
    if (arrival === 'taken') throw idTaken({ id })
    if (arrival === 'new' && place.kind === 'checkpoint') {
      announce(ctx, [{ kind: 'checkpoint', division, ids: [place.id] }])
    }
    const found = await findListedOutline(String(ctx.actor.county))
    return { id, arrival, lon, lat, insideCounty: found ? isInside(found.outline, [lon, lat]) : null }
  },
  audit: ({ input, loaded }) => ({
    ...(input.place.kind === 'division' ? {} : { subject: input.place.id }),
    division: loaded.division,
    note: { place: input.place.kind, datum: input.datum },
  }),
})
