import { operation } from '../../kernel/operation.ts'
import { listUnits } from '../places/index.ts'
import { countTeams } from '../responsibility/index.ts'
import { countyMoment } from '../retention/index.ts'
import { roomsAt } from '../sites/index.ts'
import { medicalOnHand } from '../supplies/index.ts'
import { mayPlan } from './policy.ts'
import { AskGround, Ground } from './schema.ts'
import { countResidents } from './sql.ts'

const isVillage = ({ level }: { level: string }) => level === 'village' || level === 'community'

export const readGround = operation({
  name: 'drills.ground.read',
  summary: { zh: '推演的起点:人口、房间、小组和物资', en: 'What a drill begins with: people, rooms, teams and goods' },
  kind: 'read',
  input: AskGround,
  output: Ground,
  allow: (actor) => mayPlan(actor),
  async run(ctx) {
    const { division } = ctx.actor
    const moment = await countyMoment(ctx)
    const [units, residents, rooms, teams, goods] = await Promise.all([
      listUnits(ctx.tx),
      countResidents(ctx.tx, division),
      roomsAt(ctx, division, moment),
      countTeams(ctx, division, moment),
      medicalOnHand(ctx, division, moment),
    ])
    const villages = units.filter(isVillage)
    const living = new Map(residents.map((one) => [one.township, one.residents]))
    return {
      asOf: moment.toISOString(),
      townships: units
        .filter(({ level, code }) => level === 'township' && code.startsWith(division.slice(0, 9)))
        .map(({ code, name }) => ({
          code,
          name,
          residents: living.get(code) ?? 0,
          villages: villages.filter((village) => village.code.startsWith(code)).length,
        })),
      rooms: rooms.rooms,
      freeRooms: rooms.free,
      teams,
      goods: goods.map(({ perIsolated, ...good }) => ({ ...good, perObserved: perIsolated })),
    }
  },
  audit: () => null,
})
