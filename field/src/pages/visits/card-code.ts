import { visitRules } from '@qunfang/client/rules'

/** The square on a paper card is an address with the code behind it; typed, it is the code alone. */
export function codeIn(text: string, { county, division }: { county: number; division: string }): string | null {
  const said = /[?&]code=([^&#]+)/.exec(text)?.[1] ?? text
  const place = visitRules.placeOf(decodeURIComponent(said), String(county), division)
  return place && visitRules.codeOf(place)
}
