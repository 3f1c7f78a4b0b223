import { fromLocalInput } from '../../device/clock.ts'
import { lang } from '../../i18n/index.ts'
import type { Question, Round } from '../../replica/rounds.ts'
import { type Answers, choose, copied, HOUSEHOLD, missingOn, questionsOn, type VisitForm } from './form.ts'
import { useVisitText } from './texts.ts'
import type { Member } from './visit.tsx'

interface Props {
  form: VisitForm
  round: Round
  members: readonly Member[]
  change(part: Partial<VisitForm>): void
}

/** One sheet at a time, the household's first: who is there says whom to ask. */
export function Sheets({ form, round: { questionnaire }, members, change }: Props) {
  const t = useVisitText()
  const sheets = [{ id: HOUSEHOLD, name: t('household') }, ...members]
  const { id: at } = sheets.find(({ id }) => id === form.at) ?? { id: HOUSEHOLD }
  const answers = form.sheets[at] ?? {}
  const answer = (next: Answers) => change({ at, sheets: { ...form.sheets, [at]: next } })
  const like = at === HOUSEHOLD ? undefined : members.find(({ id }) => id !== at && isWhole(id))
  function isWhole(id: string): boolean {
    return form.sheets[id] !== undefined && missingOn(questionnaire, id, form.sheets[id]) === 0
  }
  return (
    <section class="sheets">
      <h2>{t('step.ask')}</h2>
      <fieldset class="chips" aria-label={t('step.ask')}>
        {sheets.map(({ id, name }) => (
          <button key={id} type="button" class="chip" aria-pressed={id === at} onClick={() => change({ at: id })}>
            {isWhole(id) && <span class="tick">✓ </span>}
            {name}
          </button>
        ))}
      </fieldset>
      {like && Object.keys(answers).length === 0 && (
        <button
          type="button"
          class="wide amber"
          onClick={() => answer(copied(questionnaire, form.sheets[like.id] ?? {}))}
        >
          {t('sameAs', { name: like.name })}
        </button>
      )}
      {questionsOn(questionnaire, at, answers).map((question) => (
        <QuestionField key={`${at}/${question.linkId}`} {...{ question, answers, answer }} />
      ))}
      <p class="sub" role="status">
        {isWhole(at) ? t('done') : t('todo', { count: missingOn(questionnaire, at, answers) })}
      </p>
      <Next {...{ sheets, at, isWhole }} open={(id) => change({ at: id })} />
    </section>
  )
}

/** Whoever is to be asked next, under the thumb: without it the row of names at the top would have to be found again. */
function Next(props: { sheets: readonly Member[]; at: string; isWhole(id: string): boolean; open(id: string): void }) {
  const here = props.sheets.findIndex(({ id }) => id === props.at)
  const next = [...props.sheets.slice(here + 1), ...props.sheets.slice(0, here)].find(({ id }) => !props.isWhole(id))
  if (!next || !props.isWhole(props.at)) return null
  return (
    <button type="button" class="wide primary" onClick={() => props.open(next.id)}>
      {next.name} →
    </button>
  )
}

interface FieldProps {
  question: Question
  answers: Answers
  answer(next: Answers): void
}

const wordsOf = (one: { zh: string; en: string | null }): string => (lang() === 'en' && one.en) || one.zh

function QuestionField({ question, answers, answer }: FieldProps) {
  const words = [question.prefix && `${question.prefix}.`, wordsOf(question)].filter(Boolean).join(' ')
  if (question.kind === 'group') return <h3>{words}</h3>
  if (question.kind === 'note') return <p class="sub">{words}</p>
  if (question.kind === 'yes-no' || question.kind === 'choice') {
    return (
      <fieldset class="question">
        <legend>{words}</legend>
        <Choices {...{ question, answers, answer }} />
      </fieldset>
    )
  }
  return <Written words={words} {...{ question, answers, answer }} />
}

function Choices({ question, answers, answer }: FieldProps) {
  const t = useVisitText()
  const { linkId } = question
  const given = answers[linkId]
  if (question.kind === 'yes-no') {
    return (
      <div class="grid two">
        {[false, true].map((said) => (
          <button
            key={String(said)}
            type="button"
            aria-pressed={given === said}
            onClick={() => answer({ ...answers, [linkId]: said })}
          >
            {t(said ? 'yes' : 'no')}
          </button>
        ))}
      </div>
    )
  }
  return (
    <div class="grid two">
      {question.options.map((option) => (
        <button
          key={option.code}
          type="button"
          aria-pressed={Array.isArray(given) ? given.includes(option.code) : given === option.code}
          onClick={() => answer(choose(question, answers, option.code))}
        >
          {wordsOf(option)}
        </button>
      ))}
    </div>
  )
}

const INPUT = { day: 'date', moment: 'datetime-local' } as const
const MODE = { whole: { inputMode: 'numeric' }, number: { inputMode: 'decimal' } } as const

function Written({ words, question, answers, answer }: FieldProps & { words: string }) {
  const t = useVisitText()
  const { linkId, kind } = question
  const given = answers[linkId]
  const typed = (text: string) => {
    const { [linkId]: _, ...others } = answers
    const said = answerFrom(kind, text)
    answer(said === null ? others : { ...others, [linkId]: said })
  }
  const count = typeof given === 'number' ? given : 0
  return (
    <div class="question">
      <label>
        <span class="legend">{words}</span>
        <input
          type={INPUT[kind as 'day' | 'moment'] ?? 'text'}
          autocomplete="off"
          maxLength={500}
          value={shown(kind, given)}
          onInput={(event) => typed(event.currentTarget.value)}
          {...(MODE[kind as 'whole' | 'number'] ?? {})}
        />
      </label>
      {kind === 'whole' && (
        <div class="grid two">
          <button type="button" aria-label={t('less')} onClick={() => typed(String(Math.max(0, count - 1)))}>
            −
          </button>
          <button type="button" aria-label={t('more')} onClick={() => typed(String(count + 1))}>
            ＋
          </button>
        </div>
      )}
    </div>
  )
}

function answerFrom(kind: Question['kind'], text: string): string | number | null {
  if (text === '') return null
  if (kind === 'moment') return fromLocalInput(text)
  if (kind !== 'whole' && kind !== 'number') return text
  const number = Number(kind === 'whole' ? text.replace(/\D/g, '') : text)
  return Number.isFinite(number) && text.trim() !== '' ? number : null
}

const shown = (kind: Question['kind'], given: Answers[string] | undefined): string =>
  given === undefined ? '' : kind === 'moment' ? String(given).slice(0, 16) : String(given)
