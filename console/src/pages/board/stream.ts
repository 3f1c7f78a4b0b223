import patches from 'fast-json-patch'
import { useEffect, useState } from 'react'
import type { LiveState } from '../../live.ts'
import type { Board, TileState } from './tiles.ts'

interface Told extends TileState<unknown> {
  tile: string
  patch?: Parameters<typeof patches.applyPatch>[1]
}

/** What was known of the tile, with what was just said of it. */
function after(before: TileState<unknown> | undefined, { tile: _, patch, ...told }: Told): TileState<unknown> {
  if (told.problem) return { ...before, ...told, at: before?.body === undefined ? told.at : before.at }
  if (!patch) return { at: told.at, body: told.body }
  return { at: told.at, body: patches.applyPatch(before?.body, patch, false, false).newDocument }
}

/** The board as the server tells it: everything once, and then what changed. The browser comes back by itself. */
export function useBoard(): { board: Board; state: LiveState } {
  const [board, setBoard] = useState<Board>({})
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    const source = new EventSource('/api/command-board')
    source.onopen = () => setState('live')
    source.onerror = () => setState(source.readyState === EventSource.CLOSED ? 'lost' : 'connecting')
    source.addEventListener('tile', ({ data }) => {
      const told: Told = JSON.parse(data)
      setBoard((known) => ({ ...known, [told.tile]: after(known[told.tile as keyof Board], told) }))
    })
    return () => source.close()
  }, [])
  return { board, state }
}
