import { database } from '../database.ts'

/** At one barrier the same few places are named all day: the last ones come first. */
const MOST = 4
type Named = { code: string; name: string }

const keyOf = (end: 'from' | 'to'): string => `recent:${end}`

export const recentPlaces = async (end: 'from' | 'to'): Promise<Named[]> =>
  ((await database.remembered.get(keyOf(end)))?.value as Named[] | undefined) ?? []

export async function rememberPlace(end: 'from' | 'to', { code, name }: Named): Promise<void> {
  const others = (await recentPlaces(end)).filter((place) => place.code !== code)
  await database.remembered.put({ key: keyOf(end), value: [{ code, name }, ...others].slice(0, MOST) })
}
