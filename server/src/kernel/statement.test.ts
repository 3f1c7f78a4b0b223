import { expect, test } from 'vitest'
import { newId, scenario } from '../../test/scenario/scenario.ts'
import { expecting, meanwhile } from './db.ts'
import { type Rows, taggedBy } from './statement.ts'

function noting() {
  const sent: Array<[text: string, values: unknown[] | null]> = []
  const tx = taggedBy(async (text, values) => {
    sent.push([text.trim(), values])
    return Object.assign([], { count: 0 }) as Rows<never[]>
  })
  return { sent, tx }
}

test('what is left for later becomes one statement, and leaves before whatever else is sent', async () => {
  const { sent, tx } = noting()
  tx.later(tx`insert into a values (${1})`, 'write')
  tx.later(tx`is_so(${2})`, 'condition')
  tx.later(tx`insert into b values (${3}, ${tx.json({ c: 4 })})`, 'write')
  expect(sent).toEqual([])
  await tx`select ${5}`
  expect(sent).toEqual([
    [
      'with w0 as (insert into a values ($1)), w1 as (insert into b values ($2, $3)) select is_so($4)',
      [1, 3, '{"c":4}', 2],
    ],
    ['select $1', [5]],
  ])
})

test('one that is left alone stays as it is; the last of several is the statement itself', () => {
  const { sent, tx } = noting()
  tx.later(tx`insert into a values (${1})`, 'write')
  tx.leave()
  for (const table of ['a', 'b']) tx.later(tx`insert into ${tx(table)} values (${1})`, 'write')
  tx.leave()
  tx.leave()
  expect(sent.map(([text]) => text)).toEqual([
    'insert into a values ($1)',
    'with w0 as (insert into "a" values ($1)) insert into "b" values ($2)',
  ])
})

test('whoever waits for what was left sends it, once, and what is left after that is not lost', async () => {
  const { sent, tx } = noting()
  const left = [1, 2].map((value) => tx.later(tx`insert into a values (${value})`, 'write'))
  await Promise.all(left)
  tx.later(tx`insert into a values (${3})`, 'write')
  tx.leave()
  expect(sent.map(([, values]) => values)).toEqual([[1, 2], [3]])
})

test(
  'what was left is written with the commit, and a failed condition takes all of it back, whatever was asked after it',
  scenario(async ({ inside, county }) => {
    const say = (kind: string, ...unmet: string[]) =>
      inside(async (ctx) => {
        const { tx } = ctx
        meanwhile(
          ctx,
          tx`insert into kernel.feed_inbox (county, id, division, kind, ids, announced_at)
            values (${county}, ${newId()}, ${String(county)}, ${kind}, '{}', now())`,
        )
        for (const id of unmet) expecting(ctx, tx`people.expect_met(${[id]}::uuid[])`)
        const rows = await tx`select from kernel.feed_inbox where kind = ${kind}`
        return rows.length
      })
    expect(await say('left')).toBe(1)
    await expect(say('taken-back', newId())).rejects.toMatchObject({ code: 'QF001' })
    const kinds = await inside(({ tx }) => tx`select kind from kernel.feed_inbox where county = ${county}`)
    expect([...kinds]).toEqual([{ kind: 'left' }])
  }),
)
