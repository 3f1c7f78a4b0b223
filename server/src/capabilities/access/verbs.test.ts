import { expect, test } from 'vitest'
import { actorAs } from '../../../test/access-table/access-table.ts'
import { allRoutes } from '../../app.ts'
import { ROLES } from '../../kernel/operation.ts'
import { ROLES_OF, verbsOf } from './verbs.ts'

const operations = allRoutes()
  .map(([, , route]) => ('one' in route ? route.one : 'many' in route ? route.many : route))
  .filter((operation) => !('anonymous' in operation && operation.anonymous))
const offered = operations.map(({ name }) => name)

test('every operation a signed-in person may reach says which roles it is for', () => {
  expect([...new Set(offered)].filter((name) => !ROLES_OF[name])).toEqual([])
})

test('no role is promised an operation that does not exist', () => {
  expect(Object.keys(ROLES_OF).filter((name) => !offered.includes(name))).toEqual([])
})

/** Where the answer hangs on the seat alone, the operation itself can be asked. */
const bySeat = operations.filter(({ allow }) => allow.length <= 1)
test.each([...new Set(bySeat)])('$name is promised to the roles it lets in', ({ name, allow }) => {
  const seats = ['130822', '130822100', '130822100207'].map((division) => ({ division }))
  const letIn = ROLES.filter((role) => seats.some((seat) => allow(actorAs(role, seat), undefined, {}) === true))
  expect([...(ROLES_OF[name] ?? [])].sort()).toEqual([...letIn].sort())
})

test.each(ROLES)('%s can always see itself, sign out and change its password', (role) => {
  expect(verbsOf(role)).toEqual(
    expect.arrayContaining(['access.me.show', 'access.session.sign-out', 'access.password.change']),
  )
})
