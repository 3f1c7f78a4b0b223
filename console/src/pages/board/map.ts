interface Outline {
  bbox: number[]
  geometry: { coordinates: number[][][][] }
}
export interface Area {
  width: number
  height: number
  outline: Outline
  at(longitude: number, latitude: number): { x: number; y: number }
}

const WIDE = 1000
const MARGIN = 24

/** A drawing of so many units across, on which a kilometre is as long to the east as to the north. */
export function areaOf(outline: Outline): Area {
  const [west = 0, south = 0, east = 1, north = 1] = outline.bbox
  const shrunk = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (WIDE - 2 * MARGIN) / ((east - west) * shrunk)
  return {
    width: WIDE,
    height: Math.round((north - south) * scale + 2 * MARGIN),
    outline,
    at: (longitude, latitude) => ({
      x: Math.round(MARGIN + (longitude - west) * shrunk * scale),
      y: Math.round(MARGIN + (north - latitude) * scale),
    }),
  }
}

export const pathOf = ({ outline, at }: Area): string =>
  outline.geometry.coordinates
    .flat()
    .map((ring) => {
      const places = ring.map(([longitude = 0, latitude = 0]) => at(longitude, latitude))
      return `M${places.map(({ x, y }) => `${x} ${y}`).join('L')}Z`
    })
    .join('')
