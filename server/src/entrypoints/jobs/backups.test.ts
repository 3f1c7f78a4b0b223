import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { openMetrics, silentLog } from '../../kernel/log.ts'
import { useBackups } from './backups.read.ts'
import { noteBackup, readBackupState, standingOfBackups } from './backups.state.ts'
import { openBackups } from './backups.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qunfang-backups-'))
  folders.push(folder)
  return folder
}
const AT = '30 2 * * *'
const when = (time: string) => new Date(`2026-03-10T${time}:00+08:00`)
const iso = (time: string) => when(time).toISOString()

test('a backup is made at its hour, tried again after half an hour when it failed, and restored for trial once a week', async () => {
  const dataFolder = aFolder()
  const done: string[] = []
  let [works, at] = [false, when('02:00')]
  const command = async ([name = '', ...rest]: string[]) => {
    done.push([name, ...rest].join(' '))
    if (name === 'backup' && works) noteBackup(dataFolder, { madeAt: at.toISOString() })
    if (name === 'verify') noteBackup(dataFolder, { verifiedAt: at.toISOString() })
    return works ? 0 : 1
  }
  const metrics = openMetrics()
  const backups = openBackups(
    { backups: { to: '/b', at: AT, keepDays: 7 }, dataFolder, ownerUrl: '' },
    silentLog,
    metrics,
    command,
  )
  const look = (time: string) => {
    at = when(time)
    return backups.look(at)
  }
  noteBackup(dataFolder, { madeAt: '2026-03-09T02:31:00+08:00', verifiedAt: '2026-03-03T03:00:00+08:00' })
  await look('02:29')
  expect(done).toEqual([])
  await look('02:30')
  await look('02:45')
  expect(done).toEqual(['backup --to /b --keep 7'])
  works = true
  await look('03:00')
  expect(done).toEqual(['backup --to /b --keep 7', 'backup --to /b --keep 7', 'verify /b'])
  await look('12:00')
  expect(done).toHaveLength(3)
  const told = await metrics.registry.metrics()
  expect(told).toContain(`qunfang_backup_made_timestamp_seconds ${when('03:00').getTime() / 1000}`)
  expect(told).toMatch(/qunfang_backup_sound 0/)
})

test('nobody who never asked for backups is told that they are late; whoever did, is', () => {
  const never = readBackupState(aFolder())
  const of = (state: object, at: string | null, now: string) => standingOfBackups({ ...never, ...state }, at, when(now))
  expect(of({}, null, '12:00')).toBe('off')
  expect(of({}, AT, '12:00')).toBe('overdue')
  const made = { madeAt: '2026-03-09T18:31:00.000Z' }
  expect(of(made, AT, '12:00')).toBe('unverified')
  expect(of({ ...made, verifiedAt: iso('02:40') }, AT, '12:00')).toBe('sound')
  expect(of({ ...made, verifiedAt: '2026-03-01T00:00:00.000Z' }, AT, '12:00')).toBe('unverified')
  expect(of({ ...made, madeAt: '2026-03-08T18:31:00.000Z', verifiedAt: iso('02:40') }, AT, '04:29')).toBe('sound')
  expect(of({ ...made, madeAt: '2026-03-08T18:31:00.000Z', verifiedAt: iso('02:40') }, AT, '04:31')).toBe('overdue')
  expect(of({ ...made, failedAt: iso('03:00') }, AT, '12:00')).toBe('failed')
  expect(of({ ...made, verifiedAt: iso('02:40'), verifyFailedAt: iso('03:40') }, AT, '12:00')).toBe('failed')
})

test(
  'the desk reads how it stands, in words, and a file that is damaged reads as never',
  scenario(async ({ as }) => {
    const dataFolder = aFolder()
    useBackups({ backups: { to: '/b', at: AT, keepDays: 14 }, dataFolder })
    const fault = { zh: '磁盘满了', en: 'The disk is full' }
    noteBackup(dataFolder, {
      madeAt: '2026-03-09T18:31:00.000Z',
      rows: 12,
      failedAt: '2026-03-10T18:31:00.000Z',
      fault,
    })
    const desk = await as.countyDesk()
    const { status, body } = await desk.get('/jobs/backups')
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { standing: 'failed', fault, automatic: true, keepDays: 14, rows: 12 },
    })
    expect((await (await as.role('township-officer')).get('/jobs/backups')).status).toBe(403)
  }),
)
