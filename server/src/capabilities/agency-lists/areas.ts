/** One unit of the county's list of divisions. */
export interface Area {
  code: string
  /** As it may stand in an address, the longest first. */
  names: string[]
}

export interface AreaBook {
  townships: Area[]
  villages: Area[]
}

const shorter = (name: string, endings: RegExp): string[] => {
  const short = name.replace(endings, '')
  return short === name || short.length < 2 ? [name] : [name, short]
}

export function areaBookOf(names: ReadonlyMap<string, string>): AreaBook {
  const townships: Area[] = []
  const villages: Area[] = []
  for (const [code, name] of names) {
    if (code.length === 9) townships.push({ code, names: shorter(name, /(街道办事处|办事处|地区|街道|镇|乡)$/) })
    if (code.length !== 12) continue
    const bare = name.replace(/(村民委员会|村委会|居民委员会|居委会)$/, '')
    villages.push({ code, names: [name, `${bare}村`, ...shorter(bare, /(社区|村)$/)] })
  }
  return { townships, villages }
}

/** The longest name that stands in the text decides, so that 上石洞村 is not taken for 石洞村. */
function findIn(text: string, areas: readonly Area[]): { area: Area; length: number; at: number } | null {
  let best: { area: Area; length: number; at: number } | null = null
  let isShared = false
  for (const area of areas) {
    for (const name of area.names) {
      const at = text.lastIndexOf(name)
      if (at < 0 || name.length < 2 || (best && name.length < best.length)) continue
      isShared = best !== null && name.length === best.length && best.area.code !== area.code
      best = { area, length: name.length, at }
      break
    }
  }
  return isShared ? null : best
}

/** The village or township an address names; null when it names none of this county, or two. */
export function areaOf(book: AreaBook, said: { township: string; village: string; address: string }): string | null {
  const text = `${said.township} ${said.address}`.replace(/\s+/g, ' ')
  const township = findIn(text, book.townships)
  const villages = township ? book.villages.filter(({ code }) => code.startsWith(township.area.code)) : book.villages
  const rest = township ? `${said.village} ${text.slice(township.at + township.length)}` : `${said.village} ${text}`
  const village = findIn(rest, villages)
  if (township) return village?.area.code ?? township.area.code
  // Without its township only a name of some length, and only one such, points to a village.
  return village && village.length >= 3 ? village.area.code : null
}
