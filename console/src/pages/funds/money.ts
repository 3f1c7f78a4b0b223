const grouped = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
/** `1,234.50` yuan of 123450 fen. */
export const yuan = (fen: number): string => grouped.format(fen / 100)
/** What was typed, as whole fen: cents are no fractions of a float. */
export const fenOf = (typed: number): number => Math.round(typed * 100)
