import { operation, performWithin } from '../../kernel/operation.ts'
import { listQuestionnaireLines, newestOf, saveQuestionnaire } from '../visits/index.ts'
import { mayDefine } from './policy.ts'
import { StartChecklists, StartedChecklists } from './schema.ts'
import { startingChecklists } from './starting-checklists.ts'

/** A county begins with these; what it has written itself under such a key stays. Later versions are saved as any questionnaire. */
export const startChecklists = operation({
  name: 'inspections.checklist.start',
  summary: { zh: '启用通用检查清单', en: 'Begin with the common checklists' },
  kind: 'write',
  input: StartChecklists,
  output: StartedChecklists,
  allow: (actor) => mayDefine(actor),
  async run(ctx) {
    const lines = await listQuestionnaireLines(ctx.tx)
    const items = []
    for (const [key, draft] of Object.entries(startingChecklists)) {
      const version = newestOf(lines, key)
      if (version > 0) items.push({ key, version, arrival: 'again' as const })
      else items.push(await performWithin(ctx, saveQuestionnaire, { key, version: 1, ...draft }))
    }
    return { items }
  },
  audit: ({ output }) => ({ count: output.items.filter(({ arrival }) => arrival === 'new').length }),
})
