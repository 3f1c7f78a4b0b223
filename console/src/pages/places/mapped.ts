import type { MapPoint } from '../../ui/county-map.tsx'
import type { Compound, Division, PlacedCheckpoint } from './queries.ts'

export interface ChosenPlace {
  kind: 'checkpoint' | 'compound' | 'division'
  id: string
  name: string
  position: [number, number] | null
}

interface Everything {
  checkpoints: PlacedCheckpoint[]
  compounds: Compound[]
  divisions: Division[]
}

const inside = (area: string | undefined) => (place: { division: string }) => !area || place.division.startsWith(area)
const positionOf = (position: PlacedCheckpoint['position']): [number, number] | null =>
  position ? [position.lon, position.lat] : null

const asPlace =
  (kind: 'checkpoint' | 'compound') =>
  ({ id, name, position }: PlacedCheckpoint | Compound): ChosenPlace => ({
    kind,
    id,
    name,
    position: positionOf(position),
  })

/** Open checkpoints first: they are what somebody looks for on the map. */
export function waitingForMap({ checkpoints, compounds }: Everything, area: string | undefined): ChosenPlace[] {
  return [
    ...checkpoints.filter((one) => !one.closedAt && !one.position && inside(area)(one)).map(asPlace('checkpoint')),
    ...compounds.filter((one) => !one.position && inside(area)(one)).map(asPlace('compound')),
  ]
}

export function findPlace(all: Everything, id: string | undefined): ChosenPlace | undefined {
  if (!id) return undefined
  const checkpoint = all.checkpoints.find((one) => one.id === id)
  if (checkpoint) return asPlace('checkpoint')(checkpoint)
  const compound = all.compounds.find((one) => one.id === id)
  if (compound) return asPlace('compound')(compound)
  const division = all.divisions.find((one) => one.code === id)
  return division && { kind: 'division', id, name: division.name, position: positionOf(division.position) }
}

export function onMap(
  { checkpoints, compounds }: Everything,
  area: string | undefined,
  hint: { checkpoint(one: PlacedCheckpoint): string; compound: string },
): MapPoint[] {
  const point = (one: PlacedCheckpoint | Compound, kind: string, note: string, size: number): MapPoint[] =>
    one.position
      ? [
          {
            id: one.id,
            name: one.name,
            kind,
            longitude: one.position.lon,
            latitude: one.position.lat,
            note,
            size,
            alarm: false,
            quiet: false,
          },
        ]
      : []
  return [
    ...checkpoints
      .filter((one) => !one.closedAt && inside(area)(one))
      .flatMap((one) => point(one, one.kind, hint.checkpoint(one), 11)),
    ...compounds.filter(inside(area)).flatMap((one) => point(one, 'compound', hint.compound, 7)),
  ]
}
