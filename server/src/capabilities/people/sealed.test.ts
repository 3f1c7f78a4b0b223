import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { useKeys } from '../../kernel/seal.ts'
import {
  documentDigest,
  type Identity,
  maskedOf,
  openField,
  phoneDigest,
  sealIdentity,
  standingOf,
  statementDigest,
} from './sealed.ts'
import type { Statement } from './sql.ts'

beforeAll(() =>
  useKeys({
    seal: randomBytes(32),
    index: randomBytes(32),
    field: [],
  }),
)

const county = 130993
const nothing: Identity = { name: null, document: null, phone: null, address: null, plate: null }

function said(personId: string, given: Partial<Identity>, id = randomUUID()): Statement {
  const identity = { ...nothing, ...given }
  const documentKind = identity.document?.kind ?? null
  return {
    ...sealIdentity(county, id, identity),
    personId,
    nowId: personId,
    id,
    division: '130993100',
    synthetic: false,
    documentKind,
  }
}
const standing = (...statements: Statement[]) => {
  const found = standingOf(statements).get(statements[0]?.personId ?? '')
  if (!found) throw new Error('nothing was said')
  return found
}

test('where things stand is the newest of each field', () => {
  const first = said('a', { name: '张永丰', phone: '13800000001', document: { kind: 'passport', number: 'E12345678' } })
  const second = said('a', { phone: '13800000002', address: '东关村三组' })
  const now = standing(first, second)
  expect(openField(county, now, 'name')).toBe('张永丰')
  expect(openField(county, now, 'phone')).toBe('13800000002')
  expect(maskedOf(county, 'a', now)).toMatchObject({
    name: '张*丰',
    phone: '138****0002',
    documentKind: 'passport',
    document: 'E******78',
    hasAddress: true,
    plate: null,
  })
})

test('a person of whom nothing is visible is an id', () => {
  const unseen: Statement = {
    personId: 'b',
    nowId: 'b',
    id: null,
    division: null,
    synthetic: null,
    documentKind: null,
    ...sealIdentity(county, '', nothing),
  }
  expect(standingOf([unseen]).get('b')).toBeNull()
  expect(maskedOf(county, 'b', null)).toMatchObject({ id: 'b', visible: false, name: null })
})

test('what is sealed opens only where it was sealed, and not when it was changed', () => {
  const mine = said('a', { name: '张永丰', phone: '13800000001' })
  const yours = said('b', { name: '李四' })
  expect(() => openField(county, standing({ ...yours, name: mine.name }), 'name')).toThrow()
  expect(() => openField(county, standing({ ...mine, name: mine.phone }), 'name')).toThrow()
  expect(() => openField(county + 1, standing(mine), 'name')).toThrow()
  const changed = Buffer.from(mine.name ?? [])
  changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1
  expect(() => openField(county, standing({ ...mine, name: changed }), 'name')).toThrow()
})

test('the same name sealed a thousand times never looks the same', () => {
  const id = randomUUID()
  const sealed = Array.from({ length: 1000 }, () =>
    sealIdentity(county, id, { ...nothing, name: '张三' }).name?.toString('hex'),
  )
  expect(new Set(sealed).size).toBe(1000)
  expect(new Set(sealed.map((hex) => hex?.slice(2, 26))).size).toBe(1000)
})

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      expect(openField(county, standing(said('a', { name })), 'name')).toBe(name)
    }),
  )
})

test('an index is one per value, and of one county and kind only', () => {
  const document = { kind: 'passport' as const, number: '13800000001' }
  expect(documentDigest(county, document)).toEqual(documentDigest(county, { ...document }))
  const all = [
    documentDigest(county, document),
    documentDigest(county + 1, document),
    documentDigest(county, { ...document, kind: 'military' }),
    phoneDigest(county, document.number),
    statementDigest(county, '130993100', { ...nothing, document }),
    statementDigest(county, '130993200', { ...nothing, document }),
  ]
  expect(new Set(all.map((digest) => digest.toString('hex'))).size).toBe(all.length)
})
