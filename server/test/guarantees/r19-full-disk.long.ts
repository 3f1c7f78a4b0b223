import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { aPassage } from '../../src/capabilities/checkpoints/checkpoints.factory.ts'
import { newId } from '../scenario/scenario.ts'
import { openRig, type Rig } from './crash-rig.ts'

// R19 on one machine: a disk of the data that is full, and has room again. It needs the right to mount a disk in memory.

const run = (command: string, ...words: string[]) => execFileSync(command, words)
const SIZE_MB = 700
const WRITES = 4000

function fill(folder: string): string {
  const path = join(folder, 'ballast')
  const file = openSync(path, 'w')
  for (const size of [1_000_000, 4096, 1]) {
    try {
      while (statfsSync(folder).bavail > 0) writeSync(file, Buffer.alloc(size, 1))
    } catch {}
  }
  closeSync(file)
  return path
}

const headersOf = ({ token }: Rig) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })
const deliver = (rig: Rig, id: string) =>
  fetch(`${rig.url}/checkpoints/${rig.checkpointId}/passages`, {
    ...{ method: 'POST', headers: headersOf(rig), signal: AbortSignal.timeout(20_000) },
    body: JSON.stringify(aPassage(rig.checkpointId, { id })),
  }).then(
    async (reply) => ({ status: reply.status, body: (await reply.json()) as { code?: string; resend?: string } }),
    () => ({ status: 0, body: {} as { code?: string; resend?: string } }),
  )

const mayMount = process.platform === 'linux' && process.getuid?.() === 0

test.runIf(mayMount)(
  'a disk of the data that is full refuses what it cannot keep and loses nothing; with room again it goes on by itself',
  async () => {
    const disk = mkdtempSync(join(tmpdir(), 'qunfang-disk-'))
    run('mount', '-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', disk)
    chmodSync(disk, 0o777)
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = disk
    let rig: Rig | undefined
    try {
      rig = await openRig()
      const kept = new Set<string>()
      const answers = new Map<string, number>()
      const write = async () => {
        const id = newId()
        const { status, body } = await deliver(rig as Rig, id)
        if (status < 300 && status > 0) kept.add(id)
        const said = `${status} ${body.code ?? ''} ${body.resend ?? ''}`.trim()
        answers.set(said, (answers.get(said) ?? 0) + 1)
        return status
      }
      for (let n = 0; n < 200; n += 1) if ((await write()) === 0) await sleep(100)
      const ballast = fill(disk)
      answers.clear()
      let reads = 0
      for (let n = 0; n < WRITES; n += 20) {
        await Promise.all(Array.from({ length: 20 }, write))
        const read = await fetch(`${rig.url}/places/divisions`, { headers: headersOf(rig) }).catch(() => null)
        const told = read?.status === 200 ? ((await read.json()) as { items?: unknown[] }) : {}
        reads += Number((told.items?.length ?? 0) > 0)
      }
      const whileFull = [...answers]
      console.info(`R19, full: ${JSON.stringify(whileFull)}, ${reads} of ${WRITES / 20} reads answered`)
      rmSync(ballast)
      const began = Date.now()
      while ((await write()) !== 201 && Date.now() - began < 60_000) await sleep(500)
      const backMs = Date.now() - began
      await sleep(2000)
      const ids = [...kept]
      const there = await rig.scenario.inside(
        ({ tx }) => tx`select id from checkpoints.passage where id = any (${ids}::uuid[])`,
      )
      console.info(`R19: ${ids.length} receipts, ${ids.length - there.length} lost, back after ${backMs} ms`)
      const said = Object.keys(Object.fromEntries(whileFull)).filter((one) => !one.startsWith('201'))
      expect({ lost: ids.length - there.length, said, reads }).toEqual({
        ...{ lost: 0, said: ['503 kernel.unavailable later'], reads: WRITES / 20 },
      })
      expect(backMs).toBeLessThan(60_000)
    } finally {
      await rig?.close().catch(() => {})
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
      run('umount', '-l', disk)
      rmSync(disk, { recursive: true, force: true })
    }
  },
  600_000,
)
