import type { RouteTable } from '../../kernel/operation.ts'
import { readBoard, readBoardDay, readCheckpointDay } from './operations.board.ts'
import { openHandOverCase } from './operations.cases.ts'
import { correctPassage, listCheckpointPassages, listFeverHandOvers, recordOutcome } from './operations.corrections.ts'
import { closeShift, listCheckpointShifts, openShift } from './operations.shifts.ts'
import { recordTallies } from './operations.tallies.ts'
import { checkTravellers } from './operations.travellers.ts'
import { recordPassages } from './operations.ts'
import { PassageBatch, TallyBatch } from './schema.ts'

export const checkpointsRoutes = {
  'POST /checkpoints/:checkpointId/passages': { one: recordPassages },
  'POST /checkpoints/:checkpointId/travellers/check': checkTravellers,
  'POST /passages/batch': { many: recordPassages, body: PassageBatch },
  'POST /tallies/batch': { many: recordTallies, body: TallyBatch },
  'POST /passages/:passageId/corrections': correctPassage,
  'GET /checkpoints/:checkpointId/passages': listCheckpointPassages,
  'GET /checkpoints/:checkpointId/day': readCheckpointDay,
  'GET /checkpoint-board': readBoard,
  'GET /checkpoint-board/day': readBoardDay,
  'GET /hand-overs': listFeverHandOvers,
  'POST /hand-overs/:handOverId/outcomes': recordOutcome,
  'POST /hand-overs/:handOverId/case': openHandOverCase,
  'POST /checkpoints/:checkpointId/shifts': openShift,
  'GET /checkpoints/:checkpointId/shifts': listCheckpointShifts,
  'POST /shifts/:shiftId/close': closeShift,
} satisfies RouteTable
