import { dayOf } from '../../device/clock.ts'
import { lang, useText } from '../../i18n/index.ts'
import { Segments } from '../../ui/segments.tsx'
import { judgeWho, type Known, otherKinds, type ScreeningForm, searches } from './form.ts'
import type { Found } from './use-find.ts'

interface Props {
  form: ScreeningForm
  found: Found
  change(part: Partial<ScreeningForm>): void
  onDone(): void
}

/** Who it is: by ID card, phone, plate or another document, or nobody we can name. */
export function WhoField({ form, found, change, onDone }: Props) {
  const t = useText()
  return (
    <section class="who">
      <Segments
        label={t('who.idLabel')}
        options={searches}
        value={form.search}
        words={(search) => t(`who.${search}`)}
        onChoose={(search) => change({ search, known: null, active: search === 'none' ? 'temperature' : 'who' })}
      />
      {form.search === 'resident-id' && <NumberBox form={form} change={change} field="id" length={18} />}
      {form.search === 'phone' && <NumberBox form={form} change={change} field="phone" length={11} />}
      {form.search === 'plate' && <Plate form={form} change={change} onDone={onDone} />}
      {form.search === 'other' && <OtherDocument form={form} change={change} onDone={onDone} />}
      {form.search === 'none' && <NameOnly form={form} change={change} onDone={onDone} />}
      <Verdict form={form} found={found} change={change} />
    </section>
  )
}

type PartProps = Pick<Props, 'form' | 'change'>

function NumberBox({ form, change, field, length }: PartProps & { field: 'id' | 'phone'; length: number }) {
  const t = useText()
  const wrong = judgeWho(form, dayOf()).is === 'wrong'
  return (
    <label class={`box ${form.active === 'who' ? 'active' : ''} ${wrong ? 'wrong' : ''}`}>
      <span class="sr">{t(field === 'id' ? 'who.idLabel' : 'who.phoneLabel')}</span>
      <input
        name={field}
        inputMode="none"
        autocomplete="off"
        maxLength={length}
        value={form[field]}
        placeholder={t(field === 'id' ? 'who.idLabel' : 'who.phoneLabel')}
        aria-invalid={wrong}
        aria-describedby="who-verdict"
        onFocus={() => change({ active: 'who' })}
        onInput={(event) => change({ [field]: clean(event.currentTarget.value), known: null })}
      />
      <span class="count">
        {form[field].length}/{length}
      </span>
    </label>
  )
}

const clean = (typed: string): string => typed.toUpperCase().replace(/[^0-9X]/g, '')

function Plate({ form, change, onDone }: PartProps & { onDone(): void }) {
  const t = useText()
  return (
    <div class="row">
      <label class={`box ${form.active === 'who' ? 'active' : ''}`}>
        <span class="sr">{t('who.plateLabel')}</span>
        <input
          name="find-plate"
          autocapitalize="characters"
          autocomplete="off"
          maxLength={9}
          value={form.plate}
          placeholder={t('who.plateLabel')}
          onFocus={() => change({ active: 'who' })}
          onInput={(event) => change({ plate: event.currentTarget.value.toUpperCase(), known: null })}
          onKeyDown={(event) => event.key === 'Enter' && onDone()}
        />
      </label>
      <button type="button" class="next" onClick={onDone}>
        {t('who.next')}
      </button>
    </div>
  )
}

function OtherDocument({ form, change, onDone }: PartProps & { onDone(): void }) {
  const t = useText()
  return (
    <div class="row">
      <select
        aria-label={t('who.documentKind')}
        value={form.otherKind}
        onChange={(event) =>
          change({ otherKind: event.currentTarget.value as ScreeningForm['otherKind'], known: null })
        }
      >
        {otherKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`who.kind.${kind}`)}
          </option>
        ))}
      </select>
      <label class={`box ${form.active === 'who' ? 'active' : ''}`}>
        <span class="sr">{t('who.otherLabel')}</span>
        <input
          name="other"
          autocapitalize="characters"
          autocomplete="off"
          maxLength={20}
          value={form.other}
          placeholder={t('who.otherLabel')}
          onFocus={() => change({ active: 'who' })}
          onInput={(event) => change({ other: event.currentTarget.value.toUpperCase(), known: null })}
          onKeyDown={(event) => event.key === 'Enter' && onDone()}
        />
      </label>
    </div>
  )
}

function NameOnly({ form, change, onDone }: PartProps & { onDone(): void }) {
  const t = useText()
  return (
    <label class={`box ${form.active === 'who' ? 'active' : ''}`}>
      <span class="sr">{t('who.name')}</span>
      <input
        name="person-name"
        autocomplete="off"
        maxLength={50}
        value={form.name}
        placeholder={t('who.name')}
        onFocus={() => change({ active: 'who' })}
        onInput={(event) => change({ name: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Enter' && onDone()}
      />
    </label>
  )
}

/** One line that is always there, so that the screen never jumps: what is wrong, or who was found. */
function Verdict({ form, found, change }: PartProps & { found: Found }) {
  const t = useText()
  const who = judgeWho(form, dayOf())
  const say = (): { tone: string; text: string } => {
    if (form.known)
      return { tone: 'good', text: [t('who.known'), form.known.name, form.known.document].filter(Boolean).join(' ') }
    if (who.is === 'wrong') return { tone: 'bad', text: who.text[lang()] }
    if (found.is === 'searching') return { tone: '', text: t('who.searching') }
    if (found.is === 'offline') return { tone: '', text: t('who.offlineNew') }
    if (found.is === 'none') return { tone: '', text: t('who.notFound') }
    return { tone: '', text: '' }
  }
  if (!form.known && found.is === 'found') {
    return (
      <div class="candidates" id="who-verdict">
        {found.persons.slice(0, 3).map((person: Known) => (
          <button type="button" key={person.id} onClick={() => change({ known: person, active: 'temperature' })}>
            {person.name ?? t('who.known')} {person.document}
          </button>
        ))}
      </div>
    )
  }
  const { tone, text } = say()
  return (
    <p class={`verdict ${tone}`} id="who-verdict" role="status">
      {text}
    </p>
  )
}
