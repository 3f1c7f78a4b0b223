import { keepFacts, keepOne, originOf } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { findDivisions } from '../places/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { mayAskDailies, mayJudgeDaily, maySendDaily } from './policy.ts'
import { dailyUnknown, dayAhead, formMissing, notAsAsked, villageUnknown } from './problems.dailies.ts'
import { AddForm, Daily, KeptDaily, StepDailies, SteppedDailies } from './schema.dailies.ts'
import { dailiesNamed, type Form, formOn } from './sql.dailies.ts'

export const addDailyForm = operation({
  name: 'reporting.daily-form.add',
  summary: { zh: '设定日报内容', en: 'Say what villages report each day' },
  kind: 'write',
  input: AddForm,
  output: KeptDaily,
  allow: (actor) => mayAskDailies(actor),
  async run(ctx, input) {
    const [hour = 0, minute = 0] = input.due.split(':').map(Number)
    const said = { figures: input.figures, due_minute: hour * 60 + minute, from_on: input.fromOn }
    const row = { ...originOf(ctx, ctx.actor, input), ...said }
    const arrival = await keepOne(ctx, 'reporting.daily_form', row)
    return { id: input.id, arrival }
  },
  audit: ({ input, output }) => ({ subject: input.id, note: { fromOn: input.fromOn, arrival: output.arrival } }),
})

/** Villages of one township are asked for the same. */
const keyOf = ({ day, division }: Pick<Daily, 'day' | 'division'>): string => `${day} ${division.slice(0, 9)}`

/** Forms by day and which of the divisions there are: what a batch of reports is judged by. */
async function asked({ tx }: Ctx, items: readonly Daily[]) {
  const wanted = new Map(items.map((item) => [keyOf(item), item]))
  const [known, forms] = await Promise.all([
    findDivisions(tx, [...new Set(items.map(({ division }) => division))]),
    Promise.all([...wanted].map(async ([key, { day, division }]) => [key, await formOn(tx, day, division)] as const)),
  ])
  return { known, forms: new Map(forms) }
}
type Asked = Awaited<ReturnType<typeof asked>>

function problemWith(daily: Daily, { known, forms }: Asked, now: Date): Problem | Form {
  const { division, day, counted } = daily
  const form = forms.get(keyOf(daily))
  if (!known.has(division)) return villageUnknown({ division })
  if (day > dayInChina(now)) return dayAhead({ day })
  if (!form) return formMissing({ day })
  const names = counted.map(({ figure }) => figure as string)
  const isWhole = names.length === form.figures.length && form.figures.every((figure) => names.includes(figure))
  return isWhole ? form : notAsAsked({ figures: form.figures.join(', ') })
}

/** What villages say of their day; sent again it is a newer report beside the earlier one. */
export const recordDailies = batchOperation({
  name: 'reporting.daily.record',
  summary: { zh: '报送日报', en: 'Send daily reports' },
  kind: 'write',
  item: Daily,
  done: KeptDaily,
  max: 1000,
  load: asked,
  allow: (actor, _asked, { division }) => maySendDaily(actor, { division }),
  async runMany(ctx, items, loaded) {
    const judged = items.map((item) => problemWith(item, loaded, ctx.now))
    const rows = items.flatMap((item, at) => {
      const form = judged[at]
      if (!form || !('dueMinute' in form)) return []
      const { division, day, counted, note, recordedAt } = item
      const said = { form_id: form.id, day, counted: ctx.tx.json(counted), note, recorded_at: new Date(recordedAt) }
      return [{ ...originOf(ctx, { division }, item), ...said, zero: counted.every(({ value }) => value === 0) }]
    })
    const arrivals = await keepFacts(ctx.tx, 'reporting.daily', rows)
    const places = new Map(rows.map(({ id }, at) => [id, arrivals[at]]))
    const fresh = rows.filter((_, at) => arrivals[at] === 'new')
    announce(
      ctx,
      fresh.map(({ id, division }) => ({ kind: 'daily-report', division, ids: [id] })),
    )
    return items.map(({ id }, at): Verdict<KeptDailyReceipt> => {
      const problem = judged[at]
      if (problem && !('dueMinute' in problem)) return { ok: false, problem }
      const arrival = places.get(id)
      if (arrival !== 'new' && arrival !== 'again') return { ok: false, problem: idTaken({ id }) }
      return { ok: true, arrival, value: { id, arrival } }
    })
  },
  audit: (items, verdicts) => ({ count: verdicts.filter(({ ok }) => ok).length, note: { sent: items.length } }),
})
type KeptDailyReceipt = { id: string; arrival: 'new' | 'again' }

/** Accepts reports or returns them with a reason, many at once. */
export const stepDailies = operation({
  name: 'reporting.daily.step',
  summary: { zh: '接收或退回日报', en: 'Accept daily reports, or return them' },
  kind: 'write',
  input: StepDailies,
  output: SteppedDailies,
  load: async ({ tx }, { items }) =>
    new Map(
      (
        await dailiesNamed(
          tx,
          items.map(({ dailyId }) => dailyId),
        )
      ).map((one) => [one.id, one]),
    ),
  allow: (actor) => mayJudgeDaily(actor),
  async run(ctx, { items }, known) {
    const rows = items.map((item) => {
      const daily = known.get(item.dailyId)
      if (!daily || (item.step === 'returned' && !item.note)) throw dailyUnknown({ id: item.dailyId })
      return { ...originOf(ctx, daily, item), daily_id: item.dailyId, step: item.step, note: item.note }
    })
    const arrivals = await keepFacts(ctx.tx, 'reporting.daily_step', rows)
    const taken = arrivals.findIndex((arrival) => arrival !== 'new' && arrival !== 'again')
    if (taken >= 0) throw idTaken({ id: items[taken]?.id ?? '' })
    announce(
      ctx,
      rows.map(({ daily_id, division }) => ({ kind: 'daily-report', division, ids: [daily_id] })),
    )
    return {
      kept: arrivals.filter((one) => one === 'new').length,
      again: arrivals.filter((one) => one === 'again').length,
    }
  },
  audit: ({ input, output }) => ({ count: output.kept, note: { steps: input.items.length } }),
})
