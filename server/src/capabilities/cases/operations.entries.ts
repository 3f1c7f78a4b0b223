import { midnightInChina } from '../places/rules.clock.ts'
import { type Before, entryOperation } from './entries.ts'
import { decisionsOf, exclusionAt, explanationOf, latestOf, onsetOf, resultsOf } from './journal.ts'
import { tellOutcome } from './outcomes.ts'
import {
  asymptomaticIll,
  deciderNeeded,
  excludedByTests,
  exclusionPremature,
  groundUnfit,
  itemUnknown,
  misstep,
  notConfirmed,
  ruleNotMet,
  sampleUnknown,
  sourceItself,
  sourceUnknown,
  timesReversed,
} from './problems.course.ts'
import { statusOf } from './rules.course.ts'
import { type Objection, objectionTo } from './rules.decisions.ts'
import { isTest } from './rules.samples.ts'
import { Decision, Evidence, Investigation, Onset, Result, Sample, Source } from './schema.entries.ts'
import { findCase } from './sql.course.ts'
import { listSources } from './sql.entries.ts'
import { missingIn, statusWords } from './words.ts'

export const recordEvidence = entryOperation({
  name: 'cases.evidence.record',
  summary: { zh: '登记流行病学史和临床表现', en: 'Record history and findings' },
  kind: 'evidence',
  input: Evidence,
  judge(_ctx, { answers }, { profile }) {
    const rule = profile.body.caseRule
    const known = new Set([...(rule?.history ?? []), ...(rule?.findings ?? [])].map(({ code }) => code))
    const unknown = answers.find(({ code }) => !known.has(code))
    if (unknown) throw itemUnknown({ code: unknown.code, profile: profile.code })
  },
  write: ({ answers }) => ({ code: 'answers', body: { answers } }),
})

export const recordOnset = entryOperation({
  name: 'cases.onset.record',
  summary: { zh: '登记发病日期', en: 'Record the onset' },
  kind: 'onset',
  input: Onset,
  judge(_ctx, { day, at }) {
    if (day !== null && midnightInChina(day) > new Date(at)) throw timesReversed()
  },
  write: ({ day, estimated }) => ({ code: day === null ? 'none' : 'known', day, body: { estimated } }),
})

export const recordSample = entryOperation({
  name: 'cases.sample.record',
  summary: { zh: '登记采样', en: 'Record a sample' },
  kind: 'sample',
  input: Sample,
  judge(_ctx, { at, deliveredAt }) {
    if (deliveredAt !== null && Date.parse(deliveredAt) < Date.parse(at)) throw timesReversed()
  },
  write: ({ specimen, laboratory, deliveredAt }) => ({ code: specimen, body: { laboratory, deliveredAt } }),
})

export const recordResult = entryOperation({
  name: 'cases.result.record',
  summary: { zh: '登记检测结果', en: 'Record a result' },
  kind: 'result',
  input: Result,
  judge(_ctx, { sampleId, at }, { journal }) {
    const now = latestOf(journal, sampleId)
    const sample = journal.entries.find(({ id, kind, standing }) => id === now && kind === 'sample' && standing)
    if (!sample) throw sampleUnknown({ id: sampleId })
    if (Date.parse(at) < sample.at.getTime()) throw timesReversed()
  },
  write: ({ sampleId, test, finding, titre }) => ({ code: finding, sampleId, body: { test, titre } }),
})

export const recordInvestigation = entryOperation({
  name: 'cases.investigation.record',
  summary: { zh: '登记个案调查完成', en: 'Record that a case was investigated' },
  kind: 'investigation',
  input: Investigation,
  write: ({ investigator, unit, note }) => ({ code: 'done', decider: investigator, body: { unit, note } }),
})

export const recordSource = entryOperation({
  name: 'cases.source.record',
  summary: { zh: '登记感染来源', en: 'Record by whom it may have been caught' },
  kind: 'source',
  input: Source,
  async judge(ctx, { sourceCaseId, metFrom, metTill }, { case: own }) {
    if (metFrom !== null && metTill !== null && Date.parse(metTill) < Date.parse(metFrom)) throw timesReversed()
    if (sourceCaseId === null) return
    const above = await listSources(ctx.tx, sourceCaseId)
    if (sourceCaseId === own.id || above.includes(own.id)) throw sourceItself()
    if (!(await findCase(ctx.tx, sourceCaseId))) throw sourceUnknown({ id: sourceCaseId })
  },
  write: ({ sourceCaseId, setting, metFrom, metTill, certainty, note }) => ({
    code: setting,
    sourceCaseId,
    body: { metFrom, metTill, certainty, note },
  }),
})

export const recordDecision = entryOperation({
  name: 'cases.decision.record',
  summary: { zh: '认定病例分类', en: 'Decide where a case stands' },
  kind: 'decision',
  input: Decision,
  judge(ctx, input, before) {
    const { id, status, corrects, ground, clinician, document, note } = input
    const at = new Date(input.at)
    const decision = { id, status, at, receivedAt: ctx.now }
    const { journal, profile } = before
    const standing = decisionsOf(journal).filter((one) => one.id !== corrects)
    const objection = objectionTo(
      { decision, ground, clinician, document, note },
      {
        standing,
        explanation: explanationOf(profile, journal, at),
        exclusion: exclusionAt(profile, journal, at),
        tested: resultsOf(journal).some((one) => one.resultAt <= at && isTest(one)),
        ill: onsetOf(journal)?.day != null,
      },
    )
    if (objection) throw problemOf(objection)
  },
  write: ({ status, ground, institution, clinician, document, note }) => ({
    code: status,
    decider: clinician,
    body: { ground, institution, document, note },
  }),
  async afterwards(ctx, input, before) {
    const now = await findCase(ctx.tx, input.caseId)
    if (!now) return
    const { personId, disease, profile, status: to } = now
    await tellOutcome(ctx, {
      caseId: input.caseId,
      personId,
      disease,
      profile,
      from: fromOf(before),
      to,
      at: new Date(input.at),
      decisionId: input.id,
      contactsGoHome: to === 'excluded' && before.profile.body.contactsReleasedWhenExcluded === true,
    })
  },
})

const fromOf = ({ journal }: Before) => statusOf(decisionsOf(journal))

function problemOf(objection: Objection) {
  switch (objection.code) {
    case 'misstep':
      return misstep({ from: statusWords(objection.from), to: statusWords(objection.to) })
    case 'rule-not-met':
      return ruleNotMet({ history: objection.history, findings: objection.findings })
    case 'not-confirmed':
      return notConfirmed()
    case 'ill':
      return asymptomaticIll()
    case 'premature':
      return exclusionPremature(missingIn(objection.missing))
    case 'tested':
      return excludedByTests()
    case 'unnamed':
      return deciderNeeded()
    case 'ground':
      return groundUnfit({ status: statusWords(objection.status) })
    default:
      return objection satisfies never
  }
}
