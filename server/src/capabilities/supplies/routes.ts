import type { RouteTable } from '../../kernel/operation.ts'
import { addItems, addLots, addPack, listItems, listLots, listStores, openStores } from './operations.catalogue.ts'
import { closeStore } from './operations.closing.ts'
import { recordCounts, recordMovements } from './operations.movements.ts'
import { printMovement, printSlip, printStoreLabels } from './operations.printing.ts'
import { answerRecall, callBack, listRecalls, traceLot } from './operations.recalls.ts'
import { listMovements, reverseMovement } from './operations.reversal.ts'
import { confirmIssues, endSlip, listConsignments, listSlips, prepareIssues } from './operations.slips.ts'
import { listExpiring, printCard, readCard, readStock, readStoreStock, readTotal } from './operations.stock.ts'
import { ConfirmBatch, CountBatch, MovementBatch, SlipBatch } from './schema.movements.ts'
import { ItemBatch, LotBatch, StoreBatch } from './schema.ts'

export const suppliesRoutes = {
  'GET /supplies/items': listItems,
  'POST /supplies/items/batch': { many: addItems, body: ItemBatch },
  'POST /supplies/items/:itemId/packs': addPack,
  'GET /supplies/lots': listLots,
  'POST /supplies/lots/batch': { many: addLots, body: LotBatch },
  'GET /supplies/lots/:lotId/trace': traceLot,
  'GET /supplies/stores': listStores,
  'POST /supplies/stores/batch': { many: openStores, body: StoreBatch },
  'POST /supplies/stores/:storeId/closing': closeStore,
  'GET /supplies/stores/:storeId/stock': readStoreStock,
  'GET /supplies/stores/:storeId/card': readCard,
  'GET /supplies/stores/:storeId/card/print': printCard,
  'GET /supplies/stores/:storeId/labels': printStoreLabels,
  'POST /supplies/stores/:storeId/movements': { one: recordMovements },
  'POST /supplies/movements/batch': { many: recordMovements, body: MovementBatch },
  'POST /supplies/counts/batch': { many: recordCounts, body: CountBatch },
  'GET /supplies/movements': listMovements,
  'GET /supplies/movements/:movementId/print': printMovement,
  'POST /supplies/movements/:movementId/reversal': reverseMovement,
  'POST /supplies/stores/:storeId/slips': { one: prepareIssues },
  'POST /supplies/slips/batch': { many: prepareIssues, body: SlipBatch },
  'GET /supplies/slips': listSlips,
  'GET /supplies/slips/:slipId/print': printSlip,
  'POST /supplies/slips/:slipId/confirmation': { one: confirmIssues },
  'POST /supplies/confirmations/batch': { many: confirmIssues, body: ConfirmBatch },
  'POST /supplies/slips/:slipId/end': endSlip,
  'GET /supplies/consignments': listConsignments,
  'GET /supplies/stock': readStock,
  'GET /supplies/total': readTotal,
  'GET /supplies/expiring': listExpiring,
  'POST /supplies/recalls': callBack,
  'GET /supplies/recalls': listRecalls,
  'POST /supplies/recalls/:recallId/answers': answerRecall,
} satisfies RouteTable
