import type { RouteTable } from '../../kernel/operation.ts'
import { readAlert, readBoard, readFeed, readFigures, showFigures } from './operations.board.ts'
import {
  addChannel,
  confirmDispatch,
  dispatchPiece,
  listChannels,
  listDispatches,
  readDispatch,
  retryDispatch,
  turnChannel,
} from './operations.channels.ts'
import { readLegalNotices } from './operations.legal.ts'
import {
  addLoudspeakers,
  endAiring,
  listAirings,
  listLoudspeakers,
  planAirings,
  turnLoudspeaker,
} from './operations.loudspeakers.ts'
import { addPlayPhoto, readPlayPhoto } from './operations.photos.ts'
import { draftPiece, listPieces, readPiece, revisePiece } from './operations.pieces.ts'
import { listPlays, readCoverage, recordPlays } from './operations.plays.ts'
import { previewPiece } from './operations.preview.ts'
import { publishPiece, takePieceStep, withdrawPiece } from './operations.steps.ts'
import { AddLoudspeakers, PlanAirings, RecordPlays } from './schema.loudspeakers.ts'

export const publicityRoutes = {
  'POST /pieces': draftPiece,
  'GET /pieces': listPieces,
  'GET /legal-notices/:measure': readLegalNotices,
  'GET /pieces/:pieceId': readPiece,
  'POST /pieces/:pieceId/versions': revisePiece,
  'POST /pieces/:pieceId/steps': takePieceStep,
  'POST /pieces/:pieceId/publications': publishPiece,
  'POST /pieces/:pieceId/withdrawal': withdrawPiece,
  'POST /pieces/:pieceId/dispatches': dispatchPiece,
  'POST /piece-previews': previewPiece,
  'POST /publicity-channels': addChannel,
  'GET /publicity-channels': listChannels,
  'POST /publicity-channels/:channelId/turns': turnChannel,
  'GET /dispatches': listDispatches,
  'GET /dispatches/:dispatchId/file': readDispatch,
  'POST /dispatches/:dispatchId/confirmation': confirmDispatch,
  'POST /dispatches/:dispatchId/retry': retryDispatch,
  'POST /loudspeakers/batch': { many: addLoudspeakers, body: AddLoudspeakers },
  'GET /loudspeakers': listLoudspeakers,
  'POST /loudspeakers/:loudspeakerId/turns': turnLoudspeaker,
  'POST /airings/batch': { many: planAirings, body: PlanAirings },
  'GET /airings': listAirings,
  'POST /airings/:airingId/end': endAiring,
  'POST /plays': { one: recordPlays },
  'POST /plays/batch': { many: recordPlays, body: RecordPlays },
  'GET /plays': listPlays,
  'POST /plays/:playId/photos': addPlayPhoto,
  'GET /play-photos/:photoId': readPlayPhoto,
  'GET /loudspeaker-coverage': readCoverage,
  'GET /public/:county/board': readBoard,
  'GET /public/:county/feeds/:feed': readFeed,
  'GET /public/:county/alerts/:dispatchId': readAlert,
  'GET /shown-figures': readFigures,
  'POST /shown-figures': showFigures,
} satisfies RouteTable
