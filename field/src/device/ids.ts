/** UUIDv7: the time first, so that ids made on a phone arrive in the order of its work; the rest is chance. */
export function newId(
  now: number = Date.now(),
  chance: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): string {
  const bytes = [...now.toString(16).padStart(12, '0').matchAll(/../g)].map(([pair]) => Number.parseInt(pair, 16))
  bytes.push(...chance)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
