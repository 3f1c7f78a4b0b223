import { randomUUID } from 'node:crypto'
import { UUID } from '../../kernel/db.ts'
import { operation } from '../../kernel/operation.ts'
import { fieldKey } from '../../kernel/seal.ts'
import { admitGuess } from './guessing.ts'
import { isNobody, mayKeepDevices } from './policy.ts'
import { codeRefused, deviceUnknown } from './problems.ts'
import { addressLanes, DEVICE_CODE_VALID_MS, normalizeCode } from './rules.ts'
import {
  ById,
  type Device,
  DeviceCode,
  DevicePage,
  Ended,
  EnrolDevice,
  EnrolledDevice,
  ListDevices,
  NewDeviceCode,
} from './schema.ts'
import { codeHash, newCode, newToken, tokenHash } from './secrets.ts'
import { accessSettings } from './settings.ts'
import { keepCode, spendCode } from './sql.secrets.ts'
import { type DeviceRow, endSessions, findDevice, keepDevice, listDeviceRows, revokeDeviceRow } from './sql.sessions.ts'
import { asAccess } from './sql.ts'

const DEVICE_LETTERS = 12

const showDevice = ({ enrolledAt, revokedAt, ...row }: DeviceRow): Device => ({
  ...row,
  enrolledAt: enrolledAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
})

export const listDevices = operation({
  name: 'access.device.list',
  summary: { zh: '已登记的设备', en: 'Enrolled devices' },
  kind: 'read',
  input: ListDevices,
  output: DevicePage,
  allow: (actor, _, { division }) => mayKeepDevices(actor, division),
  run: async (ctx, { division, after, limit }) => {
    const [at, id] = after?.split('|') ?? []
    const cursor = at && id && !Number.isNaN(Date.parse(at)) && UUID.test(id) ? { at, id } : null
    const rows = await listDeviceRows(ctx, { division: division ?? null, after: cursor, limit: limit + 1 })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(showDevice),
      next: rows.length > limit && last ? `${last.enrolledAt.toISOString()}|${last.id}` : null,
    }
  },
  audit: ({ output }) => ({ count: output.items.length }),
})

export const inviteDevice = operation({
  name: 'access.device.invite',
  summary: { zh: '生成设备登记码(二维码)', en: 'Make the code (QR) that enrols a device' },
  kind: 'write',
  input: NewDeviceCode,
  output: DeviceCode,
  allow: (actor, _, { division }) => mayKeepDevices(actor, division),
  run: (ctx, { division, placeId, label }) =>
    asAccess(ctx, async () => {
      const code = newCode(ctx.actor.county, DEVICE_LETTERS)
      const expiresAt = new Date(ctx.now.getTime() + DEVICE_CODE_VALID_MS)
      const hash = codeHash('device', normalizeCode(code)?.code ?? '')
      const details = { division, placeId, label, enrolledBy: ctx.actor.seatId }
      await keepCode(ctx, { purpose: 'device', hash, accountId: ctx.actor.accountId, details, expiresAt })
      // Behind the #, so that it is in nobody's server log.
      return { code, qr: `${accessSettings().publicUrl}/field/#enrol=${code}`, expiresAt: expiresAt.toISOString() }
    }),
  audit: ({ input }) => ({ division: input.division, note: { label: input.label } }),
})

/** The device gets a token of its own. It tells which device speaks, never which person. */
export const enrolDevice = operation({
  name: 'access.device.enrol',
  summary: { zh: '用登记码登记本设备', en: 'Enrol this device with its code' },
  kind: 'write',
  anonymous: ({ code }: { code: string }) => {
    const county = normalizeCode(code)?.county
    if (!county) throw codeRefused()
    return county
  },
  input: EnrolDevice,
  output: EnrolledDevice,
  allow: isNobody,
  run: (ctx, { code, platform }) =>
    asAccess(ctx, async () => {
      const guess = await admitGuess(ctx, addressLanes(ctx.address ?? null))
      const found = await spendCode(ctx, 'device', codeHash('device', normalizeCode(code)?.code ?? ''))
      const { division, placeId = null, label, enrolledBy } = found?.details ?? {}
      if (!division || !label || !enrolledBy) {
        await guess.failed()
        return codeRefused()
      }
      const deviceToken = newToken(ctx.actor.county)
      const device = {
        id: randomUUID(),
        division,
        placeId,
        label,
        platform,
        enrolledAt: ctx.now,
        enrolledBy,
        revokedAt: null,
      }
      await keepDevice(ctx, device, tokenHash(deviceToken))
      return {
        deviceId: device.id,
        deviceToken,
        county: ctx.actor.county,
        division,
        placeId,
        label,
        fieldKey: fieldKey(),
      }
    }),
  audit: ({ output }) => ({ division: output.division, note: { device: output.deviceId } }),
  auditRefusal: ({ input }) => ({ division: String(normalizeCode(input.code)?.county ?? 0), count: 0 }),
})

/** A lost phone is shut out with everybody who is signed in on it. What it has not sent yet can be carried in by hand. */
export const revokeDevice = operation({
  name: 'access.device.revoke',
  summary: { zh: '注销设备', en: 'Revoke a device' },
  kind: 'write',
  input: ById,
  output: Ended,
  load: async (ctx, { id }) => {
    const device = await findDevice(ctx, id)
    if (!device) throw deviceUnknown({ id })
    return device
  },
  allow: (actor, device) => mayKeepDevices(actor, device.division),
  run: async (ctx, { id }) => {
    await revokeDeviceRow(ctx, id)
    return asAccess(ctx, async () => ({ ended: await endSessions(ctx, { deviceId: id }) }))
  },
  audit: ({ input, loaded }) => ({ division: loaded.division, note: { device: input.id } }),
})
