import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVictim, killAt, POINTS, settleVictim } from './field-kills.ts'
import { type FieldStage, openFieldStage } from './field-stage.ts'

const KILLS = Number(process.env['KILLS'] ?? 300)
/** A profile that has been killed a few dozen times is thrown away, as a phone is changed. */
const PER_PHONE = 30

let stage: FieldStage
beforeAll(async () => {
  stage = await openFieldStage()
}, 120_000)
afterAll(() => stage?.close())

test(`${KILLS} kills at six points: nothing lost that was called saved, nothing twice`, async () => {
  const began = performance.now()
  const result = { kills: 0, forgotten: 0, lost: 0, twice: 0, called: 0 }
  const known = new Set<string>()
  while (result.kills < KILLS) {
    const victim = await aVictim(stage)
    for (let n = 0; n < PER_PHONE && result.kills < KILLS; n += 1) {
      await killAt(stage, victim, POINTS[result.kills % POINTS.length] ?? 'saved', n)
      result.kills += 1
    }
    const { forgotten, lost, twice } = await settleVictim(stage, victim, known)
    result.forgotten += forgotten.length
    result.lost += lost.length
    result.twice += twice
    result.called += victim.killed.filter(({ saved }) => saved !== null).length
    rmSync(victim.profile, { recursive: true, force: true, maxRetries: 5 })
  }
  console.info(`R01: ${JSON.stringify(result)} in ${Math.round((performance.now() - began) / 1000)} s`)
  expect(result).toMatchObject({ kills: KILLS, forgotten: 0, lost: 0, twice: 0 })
}, 3_600_000)
