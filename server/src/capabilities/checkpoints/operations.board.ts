import { operation } from '../../kernel/operation.ts'
import { findCheckpoints, listStations, nameOfDivisions } from '../places/index.ts'
import { endOfDay, midnightInChina } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { mayReadAt, mayReadBoard } from './policy.ts'
import { checkpointUnknown } from './problems.ts'
import { addCounts, byTownship, noCounts } from './rules.ts'
import { AskBoard, AskBoardDay, AskDay, Board, BoardDay, CheckpointDay, type Counts } from './schema.ts'
import { countsAsOf, countsByHour, countsOfDay, lastPassages, openFeversAsOf } from './sql.counts.ts'

const withoutKey = ({ screened, fevers, turnedBack, medical, refused, vehicles }: Counts): Counts => ({
  screened,
  fevers,
  turnedBack,
  medical,
  refused,
  vehicles,
})

/** Everything in the reader's area as of one moment, as known now. */
export const readBoard = operation({
  name: 'checkpoints.board.read',
  summary: { zh: '检查站总览', en: 'Overview of the checkpoints' },
  kind: 'read',
  input: AskBoard,
  output: Board,
  allow: (actor) => mayReadBoard(actor),
  async run(ctx, { asOf }) {
    const { tx, actor } = ctx
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const only = actor.role === 'checkpoint-shift' ? actor.placeId : null
    const stations = (await listStations(tx)).filter((one) => (!only || one.id === only) && one.openedAt <= moment)
    const [counts, fevers, last, names] = await Promise.all([
      countsAsOf(tx, actor.division, moment),
      openFeversAsOf(tx, actor.division, moment),
      lastPassages(
        tx,
        stations.map(({ id }) => id),
        moment,
      ),
      nameOfDivisions(tx),
    ])
    const countOf = new Map(counts.map((row) => [row.checkpointId, withoutKey(row)]))
    const feversOf = new Map(fevers.map(({ checkpointId, open }) => [checkpointId, open]))
    const lastOf = new Map(last.map(({ checkpointId, at }) => [checkpointId, at.toISOString()]))
    const lines = stations.map(({ id, name, kind, division, longitude, latitude }) => ({
      id,
      name,
      kind,
      division,
      longitude,
      latitude,
      counts: countOf.get(id) ?? noCounts(),
      openFevers: feversOf.get(id) ?? 0,
      lastPassageAt: lastOf.get(id) ?? null,
    }))
    return {
      asOf: moment.toISOString(),
      total: lines.reduce((sum, { counts: one }) => addCounts(sum, one), noCounts()),
      openFevers: lines.reduce((sum, { openFevers }) => sum + openFevers, 0),
      townships: byTownship(lines, (division) => names.get(division) ?? division),
      checkpoints: lines,
    }
  },
  audit: () => null,
})

export const readBoardDay = operation({
  name: 'checkpoints.board-day.read',
  summary: { zh: '全部检查点当日分时', en: 'One day of all checkpoints by hour' },
  kind: 'read',
  input: AskBoardDay,
  output: BoardDay,
  allow: (actor) => mayReadBoard(actor),
  async run(ctx, { day, asOf }) {
    const { tx, actor } = ctx
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const [from, till] = [midnightInChina(day), endOfDay(day)]
    const only = actor.role === 'checkpoint-shift' ? actor.placeId : null
    const rows = await countsOfDay(tx, { area: actor.division, only, from, till: moment < till ? moment : till })
    const hours = rows.map(({ hour, ...counts }) => ({ hour: hour.toISOString(), counts }))
    return {
      day,
      asOf: moment.toISOString(),
      hours,
      total: hours.reduce((sum, { counts }) => addCounts(sum, counts), noCounts()),
    }
  },
  audit: () => null,
})

export const readCheckpointDay = operation({
  name: 'checkpoints.day.read',
  summary: { zh: '检查点当日分时', en: 'One day of a checkpoint by hour' },
  kind: 'read',
  input: AskDay,
  output: CheckpointDay,
  async load({ tx }, { checkpointId }) {
    const station = (await findCheckpoints(tx, [checkpointId])).get(checkpointId)
    if (!station) throw checkpointUnknown({ id: checkpointId })
    return station
  },
  allow: (actor, station) => mayReadAt(actor, station),
  async run({ tx, now }, { checkpointId, day }) {
    const [from, till] = [midnightInChina(day), endOfDay(day)]
    const rows = await countsByHour(tx, checkpointId, from, till)
    const hours = rows.map(({ hour, ...counts }) => ({ hour: hour.toISOString(), counts }))
    return {
      checkpointId,
      day,
      asOf: now.toISOString(),
      hours,
      total: hours.reduce((sum, { counts }) => addCounts(sum, counts), noCounts()),
    }
  },
  audit: () => null,
})
