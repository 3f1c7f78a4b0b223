/** China keeps one zone without summer time. */
const ZONE_MS = 8 * 3_600_000

const inChina = (at: Date): string => new Date(at.getTime() + ZONE_MS).toISOString()

/** The calendar day in China. */
export const dayInChina = (at: Date): string => inChina(at).slice(0, 10)
/** 18:30, by the clock on the wall. */
export const clockInChina = (at: Date): string => inChina(at).slice(11, 16)
/** 2020-01-24 18:30, for people to read. */
export const minuteInChina = (at: Date): string => inChina(at).slice(0, 16).replace('T', ' ')
/** 2020-01-24T18:00:00+08:00, with the offset written out. */
export const momentInChina = (at: Date): string => `${inChina(at).slice(0, 19)}+08:00`
