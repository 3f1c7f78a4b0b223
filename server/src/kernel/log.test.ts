import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { faultOf, type LogFields, openLog } from './log.ts'

const NAME = '张永丰'
const NUMBER = '130899197001010072'

function written(write: (log: ReturnType<typeof openLog>) => void): string {
  let text = ''
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk)
      done()
    },
  })
  write(openLog('info', out))
  return text
}

test('a line has the fields that are listed and no others, at every level', () => {
  const fields = { event: 'x', status: 200, route: '/people/find', body: { name: NAME }, name: NAME, number: NUMBER }
  for (const level of ['info', 'warn', 'error'] as const) {
    const line = JSON.parse(written((log) => log[level](fields as LogFields)))
    expect(Object.keys(line).sort()).toEqual(['event', 'level', 'route', 'status', 'time'])
  }
})

test('an error leaves its class, its place and its code, and not what it says', () => {
  const error = Object.assign(new TypeError(`duplicate key (${NUMBER}) of ${NAME}`), { code: '23505', detail: NUMBER })
  const said = faultOf(error)
  expect(said).toEqual({ fault: expect.stringMatching(/^TypeError log\.test\.ts:\d+$/), sqlstate: '23505' })
  expect(faultOf(NUMBER)).toEqual({ fault: 'string' })
  expect(written((log) => log.error({ event: 'x', ...said }))).not.toMatch(new RegExp(`${NUMBER}|${NAME}`))
})
