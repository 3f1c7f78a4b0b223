import { expect, test } from 'vitest'
import { isCronLine, lastMoment } from './cron.ts'

const now = new Date('2020-02-06T08:00:30+08:00')
const last = (line: string) => lastMoment(line, now)?.toISOString() ?? null
const local = (time: string) => new Date(`${time}+08:00`).toISOString()

test.each([
  ['20 3 * * *', '2020-02-06T03:20:00'],
  ['0 8 * * *', '2020-02-06T08:00:00'],
  ['1 8 * * *', '2020-02-05T08:01:00'],
  ['*/15 * * * *', '2020-02-06T08:00:00'],
  ['7,52 * * * *', '2020-02-06T07:52:00'],
  ['30 20-22 * * *', '2020-02-05T22:30:00'],
  ['0 6 * * 4', '2020-02-06T06:00:00'],
  ['0 6 6 2 *', '2020-02-06T06:00:00'],
])('%s was last due at %s in the county', (line, moment) => expect(last(line)).toBe(local(moment)))

test.each(['0 6 * * 1', '0 6 1 * *'])('%s was not due within the past day', (line) => expect(last(line)).toBeNull())

test.each([
  ['0 3 * * *', true],
  ['*/5 8-20 * * 1-5', true],
  ['15 minutes', false],
  ['0 3 1 * 1', false],
  ['0 3 * *', false],
  ['', false],
])('"%s" is a cron line: %s', (line, sound) => expect(isCronLine(line)).toBe(sound))
