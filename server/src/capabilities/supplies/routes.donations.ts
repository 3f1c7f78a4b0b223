import type { RouteTable } from '../../kernel/operation.ts'
import {
  donateGoods,
  listGoodsDonations,
  nameGiver,
  printGoodsReceipt,
  readGoodsAccount,
} from './operations.donations.ts'
import { readShops, tellPrices } from './operations.shops.ts'
import { PriceBatch } from './schema.donations.ts'

/** Donations in goods, and what daily goods cost at the shops. */
export const donationsRoutes = {
  'POST /supplies/donations': donateGoods,
  'GET /supplies/donations': listGoodsDonations,
  'POST /supplies/donations/:donationId/naming': nameGiver,
  'GET /supplies/donations/:donationId/receipt': printGoodsReceipt,
  'GET /public/:county/donations-in-goods': readGoodsAccount,
  'POST /supplies/prices/batch': { many: tellPrices, body: PriceBatch },
  'GET /public/:county/daily-goods': readShops,
} satisfies RouteTable
