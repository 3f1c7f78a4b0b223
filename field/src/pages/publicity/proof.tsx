import { useState } from 'preact/hooks'
import { drawnAnew } from '../command/picture.ts'
import type { Form } from './play.tsx'
import { usePlaysText } from './texts.ts'

interface ProofProps {
  form: Pick<Form, 'note' | 'photo'>
  change(part: Partial<Form>): void
}
/** A picture or a few words. */
export function Proof({ form, change }: ProofProps) {
  const t = usePlaysText()
  const [bad, setBad] = useState(false)
  async function take(files: FileList | null) {
    const file = files?.[0]
    if (!file) return
    try {
      change({ photo: await drawnAnew(file) })
      setBad(false)
    } catch {
      setBad(true)
    }
  }
  return (
    <>
      <label class="field">
        {t('note')}
        <input
          name="note"
          maxLength={200}
          autocomplete="off"
          value={form.note}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
      </label>
      <label class="field photo">
        {t(form.photo ? 'photoTaken' : 'photo')}
        <input
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          onChange={(event) => void take(event.currentTarget.files)}
        />
        <small>{t(bad ? 'photoBad' : 'photoAbout')}</small>
      </label>
      {form.photo && (
        <div class="photos">
          <img src={`data:image/jpeg;base64,${form.photo}`} alt={t('aPhoto')} />
        </div>
      )}
    </>
  )
}
