import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { keepInventedDivisions } from '../../src/capabilities/places/places.factory.ts'
import { base64, workOff } from '../../src/capabilities/workbooks/workbooks.factory.ts'
import { newId, type Reply, scenario } from '../scenario/scenario.ts'
import { badWorkbooks } from './bad-workbooks.ts'
import { watchReaders } from './readers-memory.ts'

const FILES = 500

test(
  `${FILES} bad workbooks sent to the server: each refused or each of its rows, and the server does not notice`,
  scenario(async (stage) => {
    await stage.inside((ctx) => keepInventedDivisions(ctx))
    const desk = await stage.as.countyDesk()
    const files = await badWorkbooks(stage.county, FILES, 270)
    const readers = watchReaders()
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    const wrong: string[] = []
    let slowest = 0
    for (const { name, bytes, whole } of files) {
      const id = newId()
      const began = Date.now()
      const reply: Reply = await desk.post('/exchange/workbooks', { id, file: base64(bytes) })
      slowest = Math.max(slowest, Date.now() - began)
      if (whole) {
        const isRefused = reply.status >= 400 && reply.status < 500 && /^(exchange|workbooks)[.]/.test(reply.body.code)
        if (!isRefused) wrong.push(`${name}: ${reply.status} ${reply.body.code ?? ''}`)
        continue
      }
      await workOff(stage)
      const { preview } = (await desk.get(`/exchange/workbooks/${id}`)).body
      const got = preview.reduce((sum: number, one: { new: number; changed: number }) => sum + one.new + one.changed, 0)
      const { items } = (await desk.get(`/exchange/workbooks/${id}/findings`)).body
      if (got > 0 || items.length === 0) wrong.push(`${name}: ${got} rows, ${items.length} findings`)
      await desk.post(`/exchange/workbooks/${id}/discard`)
    }
    delay.disable()
    const p99 = delay.percentile(99) / 1e6
    const { told, mostMb, promisedMb } = await readers.stop()
    const memory = `${told.length} readers told their peak, the largest of all ${mostMb} MB`
    console.info(
      `R31: ${files.length} files, slowest ${slowest} ms, delay of the event loop p99 ${p99.toFixed(0)} ms, ${memory}`,
    )
    expect(mostMb).toBeLessThanOrEqual(promisedMb)
    expect(wrong).toEqual([])
    expect(slowest).toBeLessThan(12_000)
    const [row] = await stage.inside(
      ({ tx }) => tx<{ count: number }[]>`
        select count(*)::int as count from people.person where county = ${stage.county}`,
    )
    expect(row?.count).toBe(0)
  }),
)
