import type { Answer as Wire } from '@qunfang/client'
import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'

/** What the county has published to be read out. It names nobody, so it may lie here in the open. */
export interface Published {
  id: string
  title: string
  text: string
}
type Page = Wire<'/pieces'>
type Piece = Wire<'/pieces/{pieceId}'>
const MOST = 8
const keyOf = ({ county }: StoredSession): string => `broadcasts:${county}`

export const readBroadcasts = async (session: StoredSession): Promise<Published[]> =>
  ((await database.remembered.get(keyOf(session)))?.value as Published[] | undefined) ?? []

/** What has been withdrawn is not in the list any more, and goes from here with it. */
export async function refreshBroadcasts(session: StoredSession): Promise<void> {
  const query = { kind: 'broadcast', state: 'standing', limit: MOST } as const
  const listed = await answerOf<Page>(api.GET('/pieces', { params: { query }, ...as(session.token) }))
  if (listed.is !== 'ok') return
  const known = new Map((await readBroadcasts(session)).map((one) => [one.id, one]))
  const now: Published[] = []
  for (const { id } of listed.value.items) {
    const piece = await answerOf<Piece>(
      api.GET('/pieces/{pieceId}', { params: { path: { pieceId: id } }, ...as(session.token) }),
    )
    const before = known.get(id)
    if (piece.is === 'ok') now.push(publishedOf(piece.value))
    else if (before) now.push(before)
  }
  await database.remembered.put({ key: keyOf(session), value: now })
}

function publishedOf({ id, title, content }: Piece): Published {
  const said = content.texts.find(({ lang }) => lang.startsWith('zh')) ?? content.texts[0]
  const lines = said?.blocks.flatMap((block) => ('text' in block ? [block.text] : block.items)) ?? []
  return { id, title: said?.title ?? title, text: lines.join('\n') }
}
