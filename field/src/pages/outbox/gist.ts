import type { Say } from '../../i18n/index.ts'
import type { Entry } from '../../outbox/entry.ts'

/** A record in a few words that name nobody. */
export function gistText(t: Say, { kind, gist }: Pick<Entry, 'kind' | 'gist'>): string {
  const what = t(`outbox.kind.${kind}`)
  if (kind === 'tally') return `${what} · ${t('outbox.people', { count: gist.screened })}`
  if (kind === 'reading') return `${what} · ${t(`watch.gist.${gist.outcome === 'abnormal' ? 'abnormal' : 'normal'}`)}`
  if (kind === 'visit') return `${what} · ${t(`outbox.knock.${gist.outcome as 'met'}`)}`
  if (kind !== 'passage') return what
  return `${what} · ${t(`screening.decision.${gist.outcome as 'pass'}`)}`
}
