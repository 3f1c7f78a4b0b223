import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { codeOf, givenFunds, good, on, PAPER } from './funds.factory.ts'
import { ACCOUNTS, amountInWords, type Moved, mirrorOf, WAYS } from './rules.ts'

const KINDS = Object.keys(WAYS) as Array<keyof typeof WAYS>

test('both sides of any entries and their mirrors sum to nothing', () => {
  const amount = fc.integer({ min: 1, max: 10 ** 9 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...KINDS), amount, fc.boolean()), { maxLength: 40 }), (said) => {
      const held = Object.fromEntries(ACCOUNTS.map((account) => [account, 0])) as Record<string, number>
      const post = ({ fromAccount, toAccount, fen }: Moved) => {
        held[fromAccount] = (held[fromAccount] ?? 0) - fen
        held[toAccount] = (held[toAccount] ?? 0) + fen
      }
      const before = (): number => ACCOUNTS.reduce((sum, account) => sum + (held[account] ?? 0), 0)
      for (const [kind, fen, isReversed] of said) {
        const toPurposeId = kind === 'reassigned' ? 'q' : null
        const moved = {
          fromAccount: WAYS[kind][0],
          toAccount: WAYS[kind][1],
          purposeId: 'p',
          toPurposeId,
          commitmentId: null,
          fen,
        }
        post(moved)
        expect(before()).toBe(0)
        if (isReversed) {
          const was = { ...held }
          post(mirrorOf(moved))
          post(moved)
          expect(held).toEqual(was)
          expect(mirrorOf(mirrorOf(moved))).toEqual(moved)
        }
      }
    }),
    { numRuns: 2000 },
  )
})

/** A sequence of steps over one source, judged by arithmetic and by the database itself, which has to agree on each. */
test(
  'random sequences: the database takes what is there and refuses the rest, and never holds less than nothing',
  scenario(async (stage) => {
    const { purpose, source, commit } = await givenFunds(stage)
    const purposeId = await purpose('防护物资')
    const sourceId = await source([{ purposeId, yuan: 10 }])
    const { id: commitmentId } = await commit({ purposeId, sourceId, yuan: 4 })
    const held = { outside: -1000, available: 600, committed: 400, paid: 0 } as Record<string, number>
    const row = await stage.inside(
      ({ tx }) => tx<{ division: string }[]>`
      select division from funds.source where id = ${sourceId} and county = ${stage.county}`,
    )
    const insert = (kind: keyof typeof WAYS, fen: number, at: string) => {
      const [fromAccount, toAccount] = WAYS[kind]
      const promised = kind === 'received' || kind === 'returned' ? null : commitmentId
      return stage
        .inside(
          ({ tx }) => tx`
          insert into funds.entry (county, id, division, kind, from_account, to_account, purpose_id, source_id, commitment_id, fen,
            document_no, authority, document_on, at, received_at, digest)
          values (${stage.county}, ${newId()}, ${row[0]?.division ?? ''}, ${kind}, ${fromAccount}, ${toAccount}, ${purposeId}, ${sourceId},
            ${promised}, ${fen}, '1号', '财政局', '2020-02-01', ${at}, now(), '\\x00')`,
        )
        .then(
          () => true,
          (error: { code?: string }) => {
            expect(error.code).toBe('23514')
            return false
          },
        )
    }
    const step = fc.tuple(
      fc.constantFrom('received', 'committed', 'released', 'returned' as const),
      fc.integer({ min: 1, max: 700 }),
    )
    let minute = 0
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 8 }), async (said) => {
        for (const [kind, fen] of said as Array<['received', number]>) {
          const [from, to] = WAYS[kind]
          const isThere = from === ('outside' as string) || (held[from] ?? 0) >= fen
          expect(await insert(kind, fen, new Date(Date.UTC(2020, 1, 4) + minute++ * 60_000).toISOString())).toBe(
            isThere,
          )
          if (!isThere) refused++
          else {
            held[from] = (held[from] ?? 0) - fen
            held[to] = (held[to] ?? 0) + fen
          }
        }
        const legs = await stage.inside(
          ({ tx }) => tx<{ account: string; fen: number }[]>`
          select account, sum(fen)::float8 as fen from funds.leg where county = ${stage.county} and source_id = ${sourceId} group by 1`,
        )
        for (const { account, fen } of legs) expect(fen, account).toBe(held[account])
        expect(legs.reduce((sum, { fen }) => sum + fen, 0)).toBe(0)
      }),
      { numRuns: 25, endOnFailure: true },
    )
    expect(refused).toBeGreaterThan(0)
    // Nor may it ever be changed.
    await expect(
      stage.inside(({ tx }) => tx`update funds.entry set fen = 1 where county = ${stage.county}`),
    ).rejects.toThrow('permission denied')
  }),
)

test(
  'of many who promise the same money at once, only so many get it as there is; the database too lets nobody past',
  scenario(async (stage) => {
    const { desk, second, purpose, source, held, division } = await givenFunds(stage)
    const purposeId = await purpose('防护物资')
    const sourceId = await source([{ purposeId, yuan: 100 }])
    const promise = (client: typeof desk) =>
      client.post('/fund-commitments', {
        ...{ id: newId(), purposeId, sourceId, title: '口罩', payee: '某公司', paper: PAPER, fen: 3000, at: on(2) },
      })
    const answers = await Promise.all([desk, second, desk, second, desk, second].map(promise))
    expect(answers.filter(({ body }) => body.arrival === 'new')).toHaveLength(3)
    expect(answers.filter(({ body }) => body.code === 'funds.not-enough')).toHaveLength(3)
    expect(await held()).toMatchObject({ available: 10, committed: 90 })
    // Past the operation's own lock.
    const raw = () =>
      stage.inside(
        ({ tx }) => tx`
        insert into funds.entry (county, id, division, kind, from_account, to_account, purpose_id, source_id, fen, document_no, authority,
          document_on, at, received_at, digest)
        values (${stage.county}, ${newId()}, ${division}, 'returned', 'available', 'outside', ${purposeId}, ${sourceId}, 600, '1号', '财政局',
          '2020-02-01', ${on(3)}, now(), '\\x00')`,
      )
    const outcomes = await Promise.allSettled([raw(), raw(), raw()])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await held()).toMatchObject({ available: 4 })
    const [entry] = (await good(desk.get('/fund-entries'))).items
    expect(entry.kind).toBe('returned')
    expect(await codeOf(desk.post(`/fund-entries/${newId()}/reversal`, { id: newId(), at: on(4), why: '无' }))).toBe(
      'funds.entry-unknown',
    )
  }),
)

test('an amount in words is the one that cannot be altered by a stroke', () => {
  const said: Array<[number, string]> = [
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [12_345, '壹佰贰拾叁元肆角伍分'],
    [100_005, '壹仟元零伍分'],
    [10_000_00, '壹万元整'],
    [10_005_00, '壹万零伍元整'],
    [515_000_000, '伍佰壹拾伍万元整'],
    [100_000_000_00, '壹亿元整'],
    [100_200_300_00, '壹亿零贰拾万零叁佰元整'],
  ]
  for (const [fen, words] of said) expect(amountInWords(fen)).toBe(words)
})
