import { type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { maskedMany, mayLookFor } from '../people/index.ts'
import { openSaid } from './answers.ts'
import { readFhir } from './fhir.reading.ts'
import { toFhir, toResponses } from './fhir.writing.ts'
import { mayDefine, mayReadQuestions, maySeeHomes } from './policy.ts'
import { notFhir, notTheNext, questionnaireUnknown, questionnaireWrong, visitUnknown } from './problems.ts'
import { findVersions, flawsOf, keepStarting, keepVersion, listLines, newestOf } from './questionnaires.ts'
import {
  AskQuestionnaire,
  AskResponses,
  Draft,
  FromFhir,
  ListQuestionnaires,
  Questionnaire,
  Questionnaires,
  ReadFhir,
  Resource,
  Saved,
  SaveQuestionnaire,
} from './schema.questionnaires.ts'
import { findVisit, listSheets } from './sql.visits.ts'

export const listQuestionnaires = operation({
  name: 'visits.questionnaire.list',
  summary: { zh: '问卷及其版本', en: 'Questionnaires and their versions' },
  kind: 'read',
  input: ListQuestionnaires,
  output: Questionnaires,
  allow: (actor) => mayReadQuestions(actor),
  async run({ tx }) {
    const byKey = Map.groupBy(await listLines(tx), ({ key }) => key)
    const items = [...byKey].map(([key, lines]) => ({
      key,
      zh: lines.at(-1)?.zh ?? key,
      en: lines.at(-1)?.en ?? null,
      of: lines.at(-1)?.of ?? 'homes',
      versions: lines.map(({ version, questions }) => ({ version, questions })),
    }))
    return { items }
  },
  audit: () => null,
})

async function getVersion({ tx }: Ctx, { key, version }: { key: string; version?: number | undefined }) {
  const newest = newestOf(await listLines(tx), key)
  const wanted = { key, version: version ?? newest }
  const found = (await findVersions(tx, [wanted]))(wanted)
  if (!found) throw questionnaireUnknown({ key })
  return { found, newest: found.version === newest }
}

export const getQuestionnaire = operation({
  name: 'visits.questionnaire.get',
  summary: { zh: '一份问卷', en: 'One questionnaire' },
  kind: 'read',
  input: AskQuestionnaire,
  output: Questionnaire,
  allow: (actor) => mayReadQuestions(actor),
  async run(ctx, asked) {
    const { found, newest } = await getVersion(ctx, asked)
    return { ...found, newest }
  },
  audit: () => null,
})

/** A change is the next version; what was asked in the earlier ones stays what it was. */
export const saveQuestionnaire = operation({
  name: 'visits.questionnaire.save',
  summary: { zh: '保存问卷的新版本', en: 'Save a version of a questionnaire' },
  kind: 'write',
  input: SaveQuestionnaire,
  output: Saved,
  allow: (actor) => mayDefine(actor),
  async run(ctx, sent) {
    const { key, version } = sent
    const flaws = flawsOf(sent)
    if (flaws.length > 0) throw questionnaireWrong({}, flaws.slice(0, 20))
    const next = newestOf(await listLines(ctx.tx), key) + 1
    if (version > next) throw notTheNext({ key, next })
    await keepStarting(ctx, { key, version: 1 })
    const arrival = await keepVersion(ctx, sent)
    if (arrival === 'taken' && version < next) throw notTheNext({ key, next })
    if (arrival === 'taken') throw idTaken({ id: key })
    return { key, version, arrival }
  },
  audit: ({ input, output }) => ({
    count: input.questions.length,
    note: { key: input.key, version: input.version, arrival: output.arrival },
  }),
})

export const exportQuestionnaire = operation({
  name: 'visits.questionnaire.export',
  summary: { zh: '导出问卷(FHIR R4)', en: 'A questionnaire as FHIR R4' },
  kind: 'read',
  input: AskQuestionnaire,
  output: Resource,
  allow: (actor) => mayReadQuestions(actor),
  async run(ctx, asked) {
    const { found, newest } = await getVersion(ctx, asked)
    return toFhir(ctx.actor.county, found, newest)
  },
  audit: () => null,
})

/** Held against the standard and turned into a draft for somebody to look at; nothing is kept yet. */
export const readQuestionnaire = operation({
  name: 'visits.questionnaire.read-fhir',
  summary: { zh: '读入 FHIR R4 问卷', en: 'Read a FHIR R4 questionnaire' },
  kind: 'read',
  input: ReadFhir,
  output: FromFhir,
  allow: (actor) => mayDefine(actor),
  async run(_ctx, { resource }) {
    const read = readFhir(resource)
    if (Array.isArray(read)) throw notFhir({}, read.slice(0, 20))
    const parsed = Draft.safeParse(read.draft)
    const flaws = parsed.success
      ? flawsOf(parsed.data)
      : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), zh: message, en: message }))
    if (flaws.length > 0 || !parsed.success) throw notFhir({}, flaws.slice(0, 20))
    const said = String(resource['name'] ?? resource['id'] ?? 'questionnaire').toLowerCase()
    const suggestedKey = said
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 39)
    return {
      draft: parsed.data,
      suggestedKey: suggestedKey.length > 1 ? suggestedKey : 'questionnaire',
      leftOut: read.leftOut,
    }
  },
  audit: () => null,
})

/** What was answered at one visit, for another system: each sheet a QuestionnaireResponse. */
export const exportResponses = operation({
  name: 'visits.response.export',
  summary: { zh: '导出一次入户的答卷(FHIR R4)', en: 'The answers of a visit as FHIR R4' },
  kind: 'read',
  personal: true,
  input: AskResponses,
  output: Resource,
  async load(ctx, { visitId }) {
    const visit = await findVisit(ctx.tx, visitId)
    if (!visit) throw visitUnknown({ id: visitId })
    return { visit, sheets: await listSheets(ctx.tx, [visitId]), purpose: ctx.purpose }
  },
  allow: (actor, { visit, purpose }) => mayLookFor(actor, purpose) && maySeeHomes(actor, purpose, visit.division),
  async run(ctx, { visitId }, { visit, sheets }) {
    const find = await findVersions(ctx.tx, sheets)
    // Whose answers leave the house is on record like any other look.
    await maskedMany(
      ctx,
      sheets.flatMap(({ personId }) => personId ?? []),
    )
    const answered = sheets.flatMap(({ nth, personId, answers, said, ...version }) => {
      const questionnaire = find(version)
      const all = { ...answers, ...openSaid(visitId, nth, said) }
      return questionnaire
        ? [{ ...visit, visitId, nth, personId, questionnaire, answers: all, authored: visit.occurredAt }]
        : []
    })
    return toResponses(ctx.actor.county, answered, ctx.now)
  },
  audit: ({ input, loaded: { visit, sheets } }) => ({
    subject: input.visitId,
    division: visit.division,
    count: new Set(sheets.flatMap(({ personId }) => personId ?? [])).size,
  }),
})
