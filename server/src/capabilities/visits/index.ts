import type { Capability } from '../../kernel/operation.ts'
import { visitsRoutes } from './routes.ts'
import { derivedProgress } from './sql.derived.ts'
import { keepProgress } from './sql.progress.ts'

export { saveQuestionnaire } from './operations.questionnaires.ts'
export {
  findVersions as findQuestionnaires,
  isOfPlaces,
  listLines as listQuestionnaireLines,
  newestOf,
} from './questionnaires.ts'
export { missingOf, wrongAnswer } from './rules.ts'
export { Draft as QuestionnaireDraft } from './schema.questionnaires.ts'

export const visitsCapability: Capability = {
  name: 'visits',
  routes: visitsRoutes,
  followers: [keepProgress],
  derived: [derivedProgress],
}
