import type { Ctx } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { findCheckpoints, findCompounds, findDivisions, nameCompounds } from '../places/index.ts'
import { findSites } from '../sites/index.ts'
import { areaUnknown, placeUnknown, placeWrong } from './problems.ts'
import { isRegistered, type PlaceKind, type Registered } from './rules.ts'
import type { Inspection } from './schema.ts'

interface Registers {
  divisions: ReadonlyMap<string, { name: string; level: string }>
  places: Record<Registered, ReadonlyMap<string, { division: string; name: string }>>
}
export async function registersOf({ tx }: Ctx, items: readonly Inspection[]): Promise<Registers> {
  const ids = (kind: PlaceKind) => items.flatMap((one) => (one.placeKind === kind ? (one.placeId ?? []) : []))
  const compoundIds = ids('compound')
  const [divisions, checkpoint, compounds, names, site] = await Promise.all([
    findDivisions(
      tx,
      items.map(({ division }) => division),
    ),
    findCheckpoints(tx, ids('checkpoint')),
    findCompounds(tx, compoundIds),
    nameCompounds(tx, compoundIds),
    findSites(tx, ids('site')),
  ])
  const compound = new Map(
    [...compounds].map(([id, division]) => [id, { division, name: names.get(id) ?? id }] as const),
  )
  return { divisions, places: { checkpoint, compound, site } }
}

const DIGITS: Partial<Record<PlaceKind, number>> = { township: 9, village: 12 }

/** What the place is called; where a register has it, by that and not by what was typed. */
export function nameOfPlace(item: Inspection, { divisions, places }: Registers): string | Problem {
  const { division, placeKind, placeId, placeName } = item
  const wrong = () => placeWrong({ kind: placeKind })
  const here = divisions.get(division)
  if (!here) return areaUnknown({ area: division })
  if (isRegistered(placeKind)) {
    if (placeId === null || placeName !== null) return wrong()
    const known = places[placeKind].get(placeId)
    if (!known) return placeUnknown({ id: placeId })
    return known.division === division ? known.name : wrong()
  }
  if (placeId !== null) return wrong()
  // A venue without a register lies in a township at least.
  if (placeKind === 'venue') return division.length > 6 ? (placeName ?? wrong()) : wrong()
  return placeName === null && DIGITS[placeKind] === division.length ? here.name : wrong()
}
