import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Scenario, scenario } from '../../test/scenario/scenario.ts'
import { announce } from './feed.ts'
import { type Actor, type Meta, nobody, type Operation, operation, perform, systemActor } from './operation.ts'
import { type Problem, unavailable } from './problem.ts'

const Input = z.object({ kind: z.string() })
const Output = z.object({ said: z.string() })
type Say = Operation<typeof Input, typeof Output, unknown>

/** Says something in the feed, which is all the trace it leaves besides the audit. */
const say = (but: Partial<Say> = {}): Say =>
  operation({
    name: 'kernel.test.say',
    summary: { zh: '说', en: 'Say' },
    kind: 'write',
    input: Input,
    output: Output,
    allow: () => true,
    async run(ctx, { kind }) {
      announce(ctx, [{ kind, division: ctx.actor.division, ids: [] }])
      return { said: kind }
    },
    audit: () => ({ note: { said: true } }),
    ...but,
  })

const meta = (but: Partial<Meta> = {}): Meta => ({
  requestId: 'kernel-test',
  purpose: null,
  now: new Date('2020-02-06T00:00:00Z'),
  clockOffsetMs: 0,
  ...but,
})

async function traces({ inside }: Scenario): Promise<{ said: string[]; audited: string[] }> {
  return inside(async ({ tx }) => {
    const said = await tx<{ kind: string }[]>`
      select kind from kernel.feed_inbox where county = (select kernel.app_county())
      union all select kind from kernel.feed_entry where county = (select kernel.app_county())`
    const audited = await tx<{ note: string }[]>`
      select note from kernel.audit_inbox where county = (select kernel.app_county())
      union all select note from kernel.audit_entry where county = (select kernel.app_county())`
    return { said: said.map(({ kind }) => kind), audited: audited.map(({ note }) => note) }
  })
}
const NOTHING = { said: [], audited: [] }

const inCounty = (
  work: (go: (op: Say, but?: Partial<Meta>, who?: Actor) => Promise<unknown>, there: Scenario) => Promise<void>,
) =>
  scenario((there) =>
    work(
      (op, but = {}, who = systemActor(there.county)) =>
        perform(there.app.kernel, op, who, { kind: 'snow' }, meta(but)),
      there,
    ),
  )

test(
  'what is done and what the audit says of it are one commit',
  inCounty(async (go, there) => {
    expect(await go(say())).toEqual({ said: 'snow' })
    expect(await traces(there)).toEqual({ said: ['snow'], audited: ['{"said":true}'] })
  }),
)

test(
  'an audit that cannot be written takes the change back',
  inCounty(async (go, there) => {
    const unwritable = say({ audit: () => ({ subject: 'no uuid at all' }) })
    await expect(go(unwritable)).rejects.toMatchObject({ code: '22P02' })
    expect(await traces(there)).toEqual(NOTHING)
  }),
)

test(
  'a write, or a look at a person, that has nothing to say for the audit does not happen',
  inCounty(async (go, there) => {
    await expect(go(say({ audit: () => null }))).rejects.toThrow('has to say something')
    const look = say({ kind: 'read', personal: true, audit: () => null })
    await expect(go(look, { purpose: 'supervision' })).rejects.toThrow('has to say something')
    expect(await traces(there)).toEqual(NOTHING)
  }),
)

test(
  'an answer that is not of its form takes the change back',
  inCounty(async (go, there) => {
    const wrong = say({
      async run(ctx, { kind }) {
        announce(ctx, [{ kind, division: ctx.actor.division, ids: [] }])
        return { said: 7 } as never
      },
    })
    await expect(go(wrong)).rejects.toThrow()
    expect(await traces(there)).toEqual(NOTHING)
  }),
)

test(
  'a refusal that is thrown takes everything back; one that is returned keeps what was written, and the audit has its code',
  inCounty(async (go, there) => {
    const refuse = (how: (problem: Problem) => Problem) =>
      say({
        async run(ctx, { kind }) {
          announce(ctx, [{ kind, division: ctx.actor.division, ids: [] }])
          return how(unavailable())
        },
      })
    const thrown = refuse((problem) => {
      throw problem
    })
    await expect(go(thrown)).rejects.toMatchObject({ code: 'kernel.unavailable' })
    expect(await traces(there)).toEqual(NOTHING)
    await expect(go(refuse((problem) => problem))).rejects.toMatchObject({ code: 'kernel.unavailable' })
    expect(await traces(there)).toEqual({ said: ['snow'], audited: ['{"refused":"kernel.unavailable"}'] })
  }),
)

test(
  'whoever may not is refused before anything runs; input and purpose are looked at before anything is loaded',
  inCounty(async (go, there) => {
    const steps: string[] = []
    const watched = (but: Partial<Say>) =>
      say({
        load: async () => steps.push('load'),
        allow: () => steps.push('allow') < 0,
        run: async () => ({ said: String(steps.push('run')) }),
        ...but,
      })
    await expect(go(watched({ input: Input.extend({ kind: z.literal('rain') }) as never }))).rejects.toMatchObject({
      code: 'kernel.input-invalid',
    })
    await expect(go(watched({ personal: true }))).rejects.toMatchObject({ code: 'kernel.purpose-needed' })
    await expect(go(watched({}), {}, nobody(there.county))).rejects.toMatchObject({ code: 'kernel.sign-in-needed' })
    expect(steps).toEqual([])
    await expect(go(watched({}))).rejects.toMatchObject({ code: 'kernel.not-allowed', status: 403 })
    expect(steps).toEqual(['load', 'allow'])
  }),
)

test(
  'an operation for strangers runs as nobody of the county that was meant, whoever is signed in',
  inCounty(async (go, there) => {
    const seen: Actor[] = []
    const open = say({
      anonymous: () => there.county,
      run: async ({ actor }) => ({ said: String(seen.push(actor)) }),
    })
    await go(open, {}, systemActor(there.county + 1))
    expect(seen).toMatchObject([{ kind: 'anonymous', county: there.county, division: '', accountId: null }])
  }),
)
