import { entryOperation } from './entries.ts'
import { decisionsOf, onsetOf } from './journal.ts'
import { cardIncomplete } from './problems.course.ts'
import { statusOf } from './rules.course.ts'
import { Report } from './schema.entries.ts'

/** The national report card: what stands on it beside the person. Identity is read from people when it is printed. */
export const recordReport = entryOperation({
  name: 'cases.report.record',
  summary: { zh: '登记传染病报告卡', en: 'Record that the report card was sent' },
  kind: 'report',
  input: Report,
  judge(_ctx, { turn, correctedName }, { journal }) {
    const status = statusOf(decisionsOf(journal))
    const onset = onsetOf(journal)
    const missing = [
      ...(status === 'fever' ? ['病例分类 case class'] : []),
      ...(onset === null || (onset.day === null && status !== 'asymptomatic') ? ['发病日期 onset'] : []),
      ...(turn === 'correction' && !journal.entries.some(({ kind }) => kind === 'report')
        ? ['初次报告 first report']
        : []),
      ...(turn === 'first' && correctedName !== null ? ['订正报告 correction'] : []),
    ]
    if (missing.length > 0) throw cardIncomplete({ missing: missing.join('、') })
  },
  write: ({
    turn,
    doctor,
    cardNo,
    belongsTo,
    populationGroup,
    workplace,
    diedOn,
    correctedName,
    returnedBecause,
    unit,
    unitPhone,
    remarks,
  }) => ({
    code: turn,
    decider: doctor,
    body: {
      cardNo,
      belongsTo,
      populationGroup,
      workplace,
      diedOn,
      correctedName,
      returnedBecause,
      unit,
      unitPhone,
      note: remarks,
    },
  }),
})
