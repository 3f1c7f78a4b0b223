import { SaxesParser } from 'saxes'

interface Node {
  name: string
  text: string
  children: Node[]
}
function parse(xml: string): Node | null {
  const root: Node = { name: '', text: '', children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  let isBroken = false
  parser.on('error', () => {
    isBroken = true
  })
  parser.on('opentag', ({ local, uri }) => {
    const node = {
      name: uri === 'urn:oasis:names:tc:emergency:cap:1.2' ? local : `${uri}:${local}`,
      text: '',
      children: [],
    }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return isBroken ? null : (root.children[0] ?? null)
}

/** Name and how often: `?` at most once, `*` any number, `+` at least once, `!` exactly once. */
const ALERT =
  'identifier! sender! sent! status! msgType! source? scope! restriction? addresses? code* note? references? incidents? info*'
const INFO =
  'language? category+ event! responseType* urgency! severity! certainty! audience? eventCode* effective? onset? expires? senderName? headline? description? instruction? web? contact? parameter* resource* area*'
const AREA = 'areaDesc! polygon* circle* geocode* altitude? ceiling?'
const RESOURCE = 'resourceDesc! mimeType! size? uri? derefUri? digest?'
const PAIR = 'valueName! value!'
const CHILDREN: Record<string, string> = {
  alert: ALERT,
  info: INFO,
  area: AREA,
  resource: RESOURCE,
  geocode: PAIR,
  parameter: PAIR,
  eventCode: PAIR,
}
const WORDS: Record<string, string> = {
  status: 'Actual Exercise System Test Draft',
  msgType: 'Alert Update Cancel Ack Error',
  scope: 'Public Restricted Private',
  category: 'Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other',
  responseType: 'Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None',
  urgency: 'Immediate Expected Future Past Unknown',
  severity: 'Extreme Severe Moderate Minor Unknown',
  certainty: 'Observed Likely Possible Unlikely Unknown',
}
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/
const PLAIN = /^[^\s,<&]+$/
const PATTERNS: Record<string, RegExp> = {
  identifier: PLAIN,
  sender: PLAIN,
  sent: MOMENT,
  effective: MOMENT,
  onset: MOMENT,
  expires: MOMENT,
  digest: /^[0-9a-fA-F]{40}$/,
  references:
    /^([^\s,<&]+,[^\s,<&]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d)( [^\s,<&]+,[^\s,<&]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d)*$/,
  circle: /^-?\d+(\.\d+)?,-?\d+(\.\d+)? \d+(\.\d+)?$/,
  polygon: /^(-?\d+(\.\d+)?,-?\d+(\.\d+)?)( -?\d+(\.\d+)?,-?\d+(\.\d+)?){3,}$/,
}

function faultsOfOrder({ name, children }: Node, allowed: string): string[] {
  const faults: string[] = []
  let at = 0
  for (const part of allowed.split(' ')) {
    const [wanted, often] = [part.slice(0, -1), part.at(-1)]
    let count = 0
    while (children[at]?.name === wanted) {
      at += 1
      count += 1
    }
    if (count === 0 && (often === '!' || often === '+')) faults.push(`${name}: ${wanted} is missing or out of order`)
    if (count > 1 && (often === '!' || often === '?')) faults.push(`${name}: ${wanted} more than once`)
  }
  if (at < children.length) faults.push(`${name}: ${children[at]?.name} is out of order`)
  return faults
}

function faultsOfValue({ name, text, children }: Node): string[] {
  const value = text.trim()
  const words = WORDS[name]
  if (words && !words.split(' ').includes(value)) return [`${name}: "${value}" is no word of the standard`]
  const pattern = PATTERNS[name]
  if (pattern && !pattern.test(value)) return [`${name}: "${value}" has not the right form`]
  if (name === 'polygon') {
    const points = value.split(' ')
    if (points[0] !== points.at(-1)) return ['polygon: does not end where it begins']
  }
  return children.length === 0 && value === '' ? [`${name}: is empty`] : []
}

const textOf = (node: Node, name: string): string | null =>
  node.children.find((one) => one.name === name)?.text.trim() ?? null

/** What its schema cannot say: what a scope or a type of message asks for. */
function faultsOfMeaning(alert: Node): string[] {
  const has = (name: string) => textOf(alert, name) !== null
  const faults: string[] = []
  if (textOf(alert, 'msgType') !== 'Alert' && !has('references')) faults.push('alert: references are missing')
  if (textOf(alert, 'scope') === 'Restricted' && !has('restriction')) faults.push('alert: restriction is missing')
  if (textOf(alert, 'scope') === 'Private' && !has('addresses')) faults.push('alert: addresses are missing')
  const areas = alert.children.flatMap((info) => info.children.filter(({ name }) => name === 'area'))
  for (const area of areas)
    if (textOf(area, 'ceiling') !== null && textOf(area, 'altitude') === null)
      faults.push('area: ceiling without altitude')
  return faults
}

/** What is wrong with a CAP 1.2 message; nothing where it is valid. */
export function faultsOfCap(xml: string): string[] {
  const alert = parse(xml)
  if (!alert) return ['not well-formed']
  if (alert.name !== 'alert') return [`the root is ${alert.name}`]
  const faults: string[] = []
  const waiting = [alert]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const allowed = CHILDREN[node.name]
    faults.push(...(allowed ? faultsOfOrder(node, allowed) : []), ...faultsOfValue(node))
    waiting.push(...node.children)
  }
  return [...faults, ...faultsOfMeaning(alert)]
}
