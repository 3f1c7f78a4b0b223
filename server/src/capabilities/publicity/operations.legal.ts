import { operation } from '../../kernel/operation.ts'
import { legalNotices } from './legal.ts'
import { mayReadPublished } from './policy.ts'
import { AskLegal, LegalNotices } from './schema.legal.ts'

/** What has to be told with a measure: what people have to do, and what they may claim. */
export const readLegalNotices = operation({
  name: 'publicity.legal-notice.read',
  summary: { zh: '与措施一并告知的法律提示', en: 'The legal notices that are told with a measure' },
  kind: 'read',
  input: AskLegal,
  output: LegalNotices,
  allow: (actor) => mayReadPublished(actor),
  run: (ctx, { measure }) => legalNotices(ctx, measure),
  audit: () => null,
})
