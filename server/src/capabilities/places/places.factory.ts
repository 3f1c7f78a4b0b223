import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../kernel/operation.ts'
import type { CheckpointKind } from './schema.ts'
import { keepCheckpoints } from './sql.checkpoints.ts'
import { type DivisionRow, keepEdition } from './sql.divisions.ts'

/** A county that exists nowhere: two townships, the first with a community and two villages, the second with a village. */
export function inventedDivisions(county: number): DivisionRow[] {
  const of = (suffix: string, name: string, level: DivisionRow['level'], parent: string | null): DivisionRow => ({
    code: `${county}${suffix}`,
    name,
    level,
    parent: parent === null ? null : `${county}${parent}`,
    committee: level === 'village' || level === 'community',
  })
  return [
    of('', '试验县', 'county', null),
    of('100', '东镇', 'township', ''),
    of('100001', '东街社区居民委员会', 'community', '100'),
    of('100201', '榆树沟村民委员会', 'village', '100'),
    of('100202', '柳树沟村民委员会', 'village', '100'),
    of('101', '西乡', 'township', ''),
    of('101201', '榆树沟村民委员会', 'village', '101'),
  ]
}

export const keepInventedDivisions = (ctx: Ctx): Promise<number> =>
  keepEdition(ctx.tx, inventedDivisions(ctx.actor.county), '2023-06-30')

interface Wanted {
  kind?: CheckpointKind
  /** What follows the county in the code: '101201' for the village in the west. */
  under?: string
  name?: string
  openedAt?: Date
}

/** A checkpoint that stands, in a county made on the spot. */
export async function aCheckpoint(
  ctx: Ctx,
  {
    kind = 'village-turn-back',
    under = '100201',
    name = '榆树沟劝返点',
    openedAt = new Date('2020-01-24T12:00:00Z'),
  }: Wanted = {},
): Promise<string> {
  await keepInventedDivisions(ctx)
  const id = randomUUID()
  const division = `${ctx.actor.county}${under}`
  const kept = {
    county: ctx.actor.county,
    id,
    division,
    recorded_by: null,
    recorded_at: openedAt,
    received_at: openedAt,
  }
  await keepCheckpoints(ctx.tx, [
    { ...kept, digest: Buffer.alloc(32), kind, name, site: 'forehead', opened_at: openedAt },
  ])
  return id
}
