import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aCase } from './course.factory.ts'
import { clocksAt, readJournal } from './journal.ts'
import { profilesByCode } from './profiles.ts'
import { waitsTooLong } from './rules.clocks.ts'
import { listCases } from './sql.course.ts'

const start = Date.parse('2020-03-10T00:00:00+08:00')
const at = (hour: number) => new Date(start + hour * 3_600_000).toISOString()

test(
  'the list says of every case what the pure rule says, at every hour',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const cases: string[] = []
    const courses = fc.sample(
      fc.record({
        suspectedAt: fc.option(fc.integer({ min: 1, max: 5 })),
        reportAfter: fc.option(fc.integer({ min: -2, max: 5 })),
        investigatedAfter: fc.option(fc.integer({ min: 0, max: 40 })),
        sampledAt: fc.array(
          fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.integer({ min: 0, max: 20 })), fc.boolean()),
          { maxLength: 3 },
        ),
        excludedAt: fc.option(fc.integer({ min: 8, max: 40 })),
      }),
      { numRuns: 12, seed: 7 },
    )
    for (const course of courses) {
      const one = await aCase(desk, `${county}100201`, { at: at(0), recordedAt: at(0) })
      cases.push(one.caseId)
      await one.evidence(at(0), 'affected-area', 'imaging')
      await one.onset(at(0), '2020-03-08')
      const { suspectedAt, reportAfter, investigatedAfter, sampledAt, excludedAt } = course
      if (suspectedAt !== null) await one.decide(at(suspectedAt), 'suspected', 'rule')
      if (suspectedAt !== null && investigatedAfter !== null)
        await one.send('investigations', at(suspectedAt + investigatedAfter), {
          investigator: '王调查',
          unit: '县疾控',
        })
      if (suspectedAt !== null && reportAfter !== null)
        expect((await one.report(at(suspectedAt + reportAfter))).status).toBe(201)
      for (const [taken, after, corrected] of sampledAt) {
        const id = newId()
        const sample = { specimen: 'throat-swab', laboratory: '县疾控' }
        await one.send('samples', at(taken), { id, ...sample })
        if (corrected)
          await one.send('samples', at(taken), {
            ...sample,
            corrects: id,
            why: '实验室有误',
            deliveredAt: at(taken + 2),
          })
        if (after !== null)
          await one.send('results', at(taken + 2 + after), { sampleId: id, test: 'pcr', finding: 'inconclusive' })
      }
      if (excludedAt !== null)
        await one.decide(at(excludedAt), 'excluded', suspectedAt === null ? 'clinical' : 'authorised', {
          clinician: '李医生',
          note: '流感',
        })
    }
    await inside(async (ctx) => {
      const profiles = await profilesByCode(ctx)
      const hours = Object.fromEntries([...profiles].map(([code, { body }]) => [code, body.reportHours ?? {}]))
      const journals = await Promise.all(cases.map((id) => readJournal(ctx.tx, id)))
      for (const hour of [0, 3, 5, 7, 13, 16, 20, 27, 45]) {
        const now = new Date(at(hour))
        const asked = {
          area: String(county),
          status: null,
          origin: null,
          overdue: false,
          hours,
          now,
          before: null,
          limit: 50,
        }
        const listed = new Map((await listCases(ctx.tx, asked)).map((one) => [one.id, one]))
        cases.forEach((id, nth) => {
          const profile = profiles.get(listed.get(id)?.profile ?? '')
          const journal = journals[nth]
          if (!profile || !journal) throw new Error('no such case')
          expect(listed.get(id)?.overdue, `case ${nth} at hour ${hour}`).toBe(
            clocksAt(profile, journal, now).filter(waitsTooLong).length,
          )
        })
        const overdue = await listCases(ctx.tx, { ...asked, overdue: true })
        expect(overdue.map(({ id }) => id).sort()).toEqual(
          [...listed.values()].flatMap((one) => (one.overdue > 0 ? [one.id] : [])).sort(),
        )
      }
    })
  }),
)
