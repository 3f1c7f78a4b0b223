import { expect, test } from 'vitest'
import { allRoutes } from '../../app.ts'
import { ROLES } from '../../kernel/operation.ts'
import { ROLES_OF, verbsOf } from './verbs.ts'

const offered = allRoutes()
  .map(([, , route]) => ('one' in route ? route.one : 'many' in route ? route.many : route))
  .filter((operation) => !('anonymous' in operation && operation.anonymous))
  .map(({ name }) => name)

test('every operation a signed-in person may reach says which roles it is for', () => {
  expect([...new Set(offered)].filter((name) => !ROLES_OF[name])).toEqual([])
})

test('no role is promised an operation that does not exist', () => {
  expect(Object.keys(ROLES_OF).filter((name) => !offered.includes(name))).toEqual([])
})

test.each(ROLES)('%s can always see itself, sign out and change its password', (role) => {
  expect(verbsOf(role)).toEqual(
    expect.arrayContaining(['access.me.show', 'access.session.sign-out', 'access.password.change']),
  )
})
