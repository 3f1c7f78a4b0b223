import { operation } from '../../kernel/operation.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { mayReadEditions } from './policy.editions.ts'
import { allEditions, isDraft, pick } from './reading.editions.ts'
import { differences, stateOn } from './rules.editions.ts'
import { AskDifferences, AskEdition, AskEditions, Differences, Edition, Editions } from './schema.editions.ts'
import { type EditionRow, listVersions } from './sql.editions.ts'

const headOf = (edition: EditionRow, today: string) => ({
  code: edition.code,
  disease: edition.disease,
  zh: edition.zh,
  en: edition.en,
  state: isDraft(edition) ? ('draft' as const) : stateOn(edition, today),
  validFrom: edition.validFrom,
  validTo: edition.validTo,
  basedOn: edition.basedOn,
  version: edition.version,
  uncertain: edition.body.uncertain ?? [],
})

export const listEditions = operation({
  name: 'cases.edition.list',
  summary: { zh: '各病种方案的全部版本,含草稿', en: 'All editions of the disease profiles, drafts among them' },
  kind: 'read',
  input: AskEditions,
  output: Editions,
  allow: (actor) => mayReadEditions(actor),
  async run(ctx, { disease }) {
    const today = dayInChina(ctx.now)
    const items = (await allEditions(ctx.tx))
      .filter((edition) => disease === undefined || edition.disease === disease)
      .map((edition) => headOf(edition, today))
    return { items, next: null }
  },
  audit: () => null,
})

export const readEdition = operation({
  name: 'cases.edition.show',
  summary: { zh: '一个版本的全部内容', en: 'Everything one edition says' },
  kind: 'read',
  input: AskEdition,
  output: Edition,
  allow: (actor) => mayReadEditions(actor),
  async run(ctx, { code }) {
    const edition = pick(await allEditions(ctx.tx), code)
    const { body, decided, draftId } = edition
    const versions = draftId === null ? [] : await listVersions(ctx.tx, draftId)
    return {
      ...headOf(edition, dayInChina(ctx.now)),
      body: { ...body },
      decided: decided && { ...decided, recordedAt: decided.recordedAt.toISOString() },
      versions: versions.map((saved) => ({ ...saved, recordedAt: saved.recordedAt.toISOString() })),
    }
  },
  audit: () => null,
})

export const compareEditions = operation({
  name: 'cases.edition.compare',
  summary: { zh: '两个版本逐项对照,只列不同之处', en: 'Two editions field by field: where they differ' },
  kind: 'read',
  input: AskDifferences,
  output: Differences,
  allow: (actor) => mayReadEditions(actor),
  async run(ctx, { code, with: other }) {
    const editions = await allEditions(ctx.tx)
    return { code, with: other, items: differences(pick(editions, code).body, pick(editions, other).body), next: null }
  },
  audit: () => null,
})
