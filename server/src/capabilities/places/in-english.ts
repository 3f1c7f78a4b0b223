import { pinyin } from 'pinyin-pro'

/** The longest first: an autonomous county ends in the word for county too. */
const KINDS: ReadonlyArray<readonly [ending: string, kind: string]> = [
  ['满族蒙古族自治县', 'Manchu and Mongol Autonomous County'],
  ['满族自治县', 'Manchu Autonomous County'],
  ['蒙古族自治县', 'Mongol Autonomous County'],
  ['回族自治县', 'Hui Autonomous County'],
  ['自治县', 'Autonomous County'],
  ['自治州', 'Autonomous Prefecture'],
  ['满族乡', 'Manchu Township'],
  ['地区', 'Prefecture'],
  ['街道', 'Subdistrict'],
  ['县', 'County'],
  ['市', 'City'],
  ['区', 'District'],
  ['旗', 'Banner'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['村', 'Village'],
]

/** The sound of a name and the kind of place, then the name as it is written: two places may sound the same. */
export function placeInEnglish(name: string): string {
  const [ending, kind] = KINDS.find(([one]) => name.endsWith(one) && name.length > one.length) ?? ['', '']
  const sound = pinyin(name.slice(0, name.length - ending.length), { toneType: 'none', type: 'array', v: false }).join(
    '',
  )
  return `${sound.charAt(0).toUpperCase()}${sound.slice(1)}${kind && ` ${kind}`} (${name})`
}
