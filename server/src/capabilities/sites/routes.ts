import type { RouteTable } from '../../kernel/operation.ts'
import { changeShift, listChanges, readBoard, takeShift } from './operations.board.ts'
import { listExpected, listLodgers } from './operations.lodgers.ts'
import { leave, moveRoom, recordCounselling, sayDiet, takeIn } from './operations.lodging.ts'
import { listRecords, takeBack } from './operations.records.ts'
import { addVehicle, arrive, beginTransfer, cleanVehicle, listTransfers } from './operations.rides.ts'
import { addRooms, listSites, openSite, turnRoom, turnSite } from './operations.sites.ts'
import {
  deliverMeal,
  listDisinfections,
  readDiary,
  readMeals,
  recordActivity,
  recordDisinfection,
  setRoutine,
  useGoods,
} from './operations.work.ts'
import { RoomBatch, TakeInBatch } from './schema.ts'

export const sitesRoutes = {
  'POST /sites': openSite,
  'GET /sites': listSites,
  'POST /sites/:siteId/turns': turnSite,
  'GET /sites/:siteId/board': readBoard,
  'POST /sites/:siteId/rooms': { one: addRooms },
  'POST /site-rooms/batch': { many: addRooms, body: RoomBatch },
  'POST /site-rooms/:roomId/turns': turnRoom,
  'GET /sites/:siteId/lodgers': listLodgers,
  'GET /sites/:siteId/expected': listExpected,
  'POST /sites/:siteId/lodgings': { one: takeIn },
  'POST /lodgings/batch': { many: takeIn, body: TakeInBatch },
  'POST /lodgings/:lodgingId/moves': moveRoom,
  'POST /lodgings/:lodgingId/leaving': leave,
  'POST /lodgings/:lodgingId/diet': sayDiet,
  'POST /lodgings/:lodgingId/counselling': recordCounselling,
  'GET /sites/:siteId/meals/:day': readMeals,
  'POST /sites/:siteId/meals': deliverMeal,
  'POST /sites/:siteId/routines': setRoutine,
  'POST /sites/:siteId/disinfections': recordDisinfection,
  'GET /sites/:siteId/disinfections': listDisinfections,
  'GET /sites/:siteId/records': listRecords,
  'POST /sites/:siteId/records/taking-back': takeBack,
  'POST /sites/:siteId/vehicles': addVehicle,
  'POST /sites/:siteId/transfers': beginTransfer,
  'GET /sites/:siteId/transfers': listTransfers,
  'POST /transfers/:transferId/arrival': arrive,
  'POST /transfers/:transferId/cleaning': cleanVehicle,
  'POST /sites/:siteId/activities': recordActivity,
  'POST /sites/:siteId/goods': useGoods,
  'GET /sites/:siteId/diary': readDiary,
  'POST /sites/:siteId/shift-changes': changeShift,
  'GET /sites/:siteId/shift-changes': listChanges,
  'POST /shift-changes/:changeId/taking': takeShift,
} satisfies RouteTable
