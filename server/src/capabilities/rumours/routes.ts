import type { RouteTable } from '../../kernel/operation.ts'
import { answerTopic, setWatch } from './operations.answers.ts'
import { assessTopic, codeTopic, referMatter, reportTopic, turnTopic, verifyTopic } from './operations.course.ts'
import { advise, readDesk, setMatrix } from './operations.desk.ts'
import { mergeTopics, splitTopic } from './operations.regrouping.ts'
import { recordSignals, stripWords } from './operations.signals.ts'
import { listTopics, readTopic } from './operations.topics.ts'
import { printWeek, readWeek } from './operations.week.ts'
import { SignalBatch } from './schema.ts'

export const rumoursRoutes = {
  'POST /rumour-signals': { one: recordSignals },
  'POST /rumour-signals/batch': { many: recordSignals, body: SignalBatch },
  'POST /rumour-signals/preview': stripWords,
  'GET /rumour-topics': listTopics,
  'GET /rumour-topics/:topicId': readTopic,
  'POST /rumour-topics/:topicId/codings': codeTopic,
  'POST /rumour-topics/:topicId/assessments': assessTopic,
  'POST /rumour-topics/:topicId/reports': reportTopic,
  'POST /rumour-topics/:topicId/verdicts': verifyTopic,
  'POST /rumour-topics/:topicId/answers': answerTopic,
  'POST /rumour-topics/:topicId/referrals': referMatter,
  'POST /rumour-topics/:topicId/turns': turnTopic,
  'POST /rumour-topics/:topicId/merge': mergeTopics,
  'POST /rumour-topics/:topicId/split': splitTopic,
  'GET /rumour-desk': readDesk,
  'GET /rumour-week': readWeek,
  'GET /rumour-week/print': printWeek,
  'POST /rumour-matrices': setMatrix,
  'POST /rumour-watch': setWatch,
  'POST /rumour-advice': advise,
} satisfies RouteTable
