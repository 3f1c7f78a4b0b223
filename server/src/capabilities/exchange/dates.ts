/** Number formats of the standard that show a date or a time, the East Asian ones among them. */
const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])
const isEastAsian = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return dateFormats.has(id) || isEastAsian(id)
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare)
}

const DAY_MS = 86_400_000
const LAST_DAY = 2_958_465

/** Null for a number that is no day of the calendar. In the system of 1900 there is a 29 February 1900 that never was. */
export function dateOf(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0 && serial <= LAST_DAY)) return null
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  if (!from1904 && Math.floor(serial) === 60) return null
  const iso = new Date(first + Math.round((serial * DAY_MS) / 1000) * 1000).toISOString().slice(0, 19)
  if (serial < 1) return iso.slice(11)
  return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso
}
