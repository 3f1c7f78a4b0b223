import type { Ctx } from '../../kernel/operation.ts'

type Listener = (ctx: Ctx) => Promise<unknown>

const listeners: Listener[] = []

/**
 * For neighbours who give a county what it starts with: called once, when the neighbour's index.ts is read. The listener runs in the
 * transaction that brings the divisions in, and must bear to be called again.
 */
export const startWithCounty = (listener: Listener): void => {
  listeners.push(listener)
}

export async function tellStarted(ctx: Ctx): Promise<void> {
  for (const listener of listeners) await listener(ctx)
}
