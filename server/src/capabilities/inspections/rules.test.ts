import { expect, test } from 'vitest'
import { newId } from '../../../test/scenario/scenario.ts'
import { type Found, mayFollow, type Step, type StepKind, standingOf, standingSteps } from './rules.ts'

const hour = (nth: number) => new Date(Date.UTC(2020, 1, 5, nth))
const found = (severity: Found['severity'] = 'minor'): Found => ({ severity, at: hour(0), dueAt: hour(24) })
const step = (kind: StepKind, nth: number, given: Partial<Step> = {}): Step => ({
  id: newId(),
  step: kind,
  at: hour(nth),
  receivedAt: hour(nth),
  dueAt: kind === 'failed' ? hour(nth + 24) : null,
  corrects: null,
  voided: false,
  ...given,
})
const state = (all: Step[], nth: number, severity: Found['severity'] = 'minor') => {
  const { state: is, overdue, climbed } = standingOf(found(severity), all, hour(nth))
  return [is, overdue, climbed]
}

test('a finding stands open until a re-check passes, and climbs when it is late', () => {
  expect(state([], 24)).toEqual(['open', false, 'place'])
  expect(state([], 25)).toEqual(['open', true, 'township'])
  expect(state([], 24 + 72)).toEqual(['open', true, 'township'])
  expect(state([], 24 + 73)).toEqual(['open', true, 'county'])
  expect(state([], 24 + 25, 'serious')).toEqual(['open', true, 'county'])
  expect(state([], 1, 'grave')).toEqual(['open', false, 'county'])
  const rectified = step('rectified', 30)
  expect(state([rectified], 31)).toEqual(['rectified', false, 'place'])
  expect(state([rectified], 29), 'as of before it').toEqual(['open', true, 'township'])
  expect(state([rectified], 30 + 49), 'nobody looked again for two days').toEqual(['rectified', true, 'township'])
  const failed = step('failed', 40)
  expect(state([rectified, failed], 41)).toEqual(['open', false, 'place'])
  expect(state([rectified, failed], 65)).toEqual(['open', true, 'township'])
  expect(state([rectified, failed, step('rectified', 50), step('passed', 60)], 1000)).toEqual(['passed', false, null])
})

test('a step that was called a mistake does not stand, nor does one that was put right', () => {
  const passed = step('passed', 10)
  const voided = step('passed', 10, { corrects: passed.id, voided: true })
  expect(standingSteps([passed, voided])).toEqual([])
  expect(state([passed, voided], 12)).toEqual(['open', false, 'place'])
  const failed = step('failed', 10, { corrects: passed.id })
  expect(standingSteps([passed, failed])).toEqual([failed])
})

test('what is over is followed by nothing, and what was put right is not put right again', () => {
  expect(mayFollow('open', 'rectified')).toBe(true)
  expect(mayFollow('open', 'passed'), 'seen to be right, though nobody said so').toBe(true)
  expect(mayFollow('rectified', 'rectified')).toBe(false)
  expect(mayFollow('rectified', 'failed')).toBe(true)
  for (const one of ['rectified', 'passed', 'failed', 'withdrawn'] as const) {
    expect(mayFollow('passed', one)).toBe(false)
    expect(mayFollow('withdrawn', one)).toBe(false)
  }
})
