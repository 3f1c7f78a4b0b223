import { UUID } from '../../kernel/db.ts'
import { operation } from '../../kernel/operation.ts'
import { isNobody, mayKeepDevices } from './policy.ts'
import { countyOfToken, sessionOver } from './rules.ts'
import { ContactKept, ListSilent, SilentPhones, TellContact } from './schema.contact.ts'
import { tokenHash } from './secrets.ts'
import { keepContact, listSilentRows } from './sql.contact.ts'
import { findDeviceByToken, findLiveSession } from './sql.sessions.ts'
import { asAccess } from './sql.ts'

const HOUR_MS = 3_600_000

/** A phone says that it is there and how much waits on it, also locked and with nobody signed in. */
export const tellContact = operation({
  name: 'access.phone.tell',
  summary: { zh: '手机报到', en: 'A phone says that it is there' },
  kind: 'write',
  anonymous: ({ county }: { county: number }) => county,
  input: TellContact,
  output: ContactKept,
  allow: isNobody,
  run: (ctx, { county, deviceToken, personToken, pending, oldestAt }) =>
    asAccess(ctx, async () => {
      const ours = (token: string | undefined): token is string =>
        token !== undefined && countyOfToken(token) === county
      const device = ours(deviceToken) ? await findDeviceByToken(ctx, tokenHash(deviceToken)) : null
      const signedIn = ours(personToken) ? await findLiveSession(ctx, tokenHash(personToken)) : null
      const person = signedIn && !sessionOver(signedIn, ctx.now) ? signedIn : null
      const phone = device ?? (person && { id: person.seatId, division: person.division })
      if (!phone) return { heard: false }
      await keepContact(ctx, {
        phoneId: phone.id,
        division: phone.division,
        deviceId: device?.id ?? null,
        seatId: person?.seatId ?? null,
        pending,
        oldestAt: oldestAt ? new Date(oldestAt) : null,
      })
      return { heard: true }
    }),
  audit: ({ input, output }) => ({ division: String(input.county), count: 0, note: { heard: output.heard } }),
})

export const listSilentPhones = operation({
  name: 'access.phone.list-silent',
  summary: { zh: '失联的手机', en: 'Phones from which nothing has been heard' },
  kind: 'read',
  input: ListSilent,
  output: SilentPhones,
  allow: (actor, _, { division }) => mayKeepDevices(actor, division),
  async run(ctx, { division, hours, after, limit }) {
    const [at, id] = after?.split('|') ?? []
    const cursor = at && id && !Number.isNaN(Date.parse(at)) && UUID.test(id) ? { at, id } : null
    const until = new Date(ctx.now.getTime() - hours * HOUR_MS)
    const rows = await listSilentRows(ctx, { division: division ?? null, until, after: cursor, limit: limit + 1 })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(({ lastAt, since, oldestAt, ...row }) => ({
        ...row,
        lastAt: lastAt?.toISOString() ?? null,
        since: since.toISOString(),
        oldestAt: oldestAt?.toISOString() ?? null,
      })),
      next: rows.length > limit && last ? `${last.since.toISOString()}|${last.id}` : null,
    }
  },
  audit: ({ output }) => ({ count: output.items.length }),
})
