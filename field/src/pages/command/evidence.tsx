import { useState } from 'preact/hooks'
import type { Task } from '../../replica/tasks.ts'
import type { TaskForm } from './form.ts'
import { drawnAnew } from './picture.ts'
import { useTaskText } from './texts.ts'

const PHOTOS_MOST = 3
/** What the order asks for, as far as it has been gathered. */
export function Evidence({
  task,
  form,
  change,
}: {
  task: Task
  form: TaskForm
  change(part: Partial<TaskForm>): void
}) {
  const t = useTaskText()
  const [bad, setBad] = useState(false)
  async function add(files: FileList | null) {
    setBad(false)
    try {
      const drawn: string[] = []
      for (const file of [...(files ?? [])]) drawn.push(await drawnAnew(file))
      change({ photos: [...form.photos, ...drawn].slice(-PHOTOS_MOST) })
    } catch {
      setBad(true)
    }
  }
  return (
    <>
      {task.asks?.count && (
        <label class="field">
          {t('quantity', { unit: task.asks.count })}
          <input
            name="quantity"
            inputMode="numeric"
            autocomplete="off"
            value={form.quantity}
            onInput={(event) => change({ quantity: event.currentTarget.value.replace(/\D/g, '').slice(0, 9) })}
          />
        </label>
      )}
      <label class="field">
        {t('note')}
        <textarea
          name="note"
          maxLength={500}
          rows={3}
          value={form.note}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
      </label>
      <label class="field photo">
        {form.photos.length > 0 ? t('photoTaken', { count: form.photos.length }) : t('photo')}
        <input
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          onChange={(event) => void add(event.currentTarget.files)}
        />
        <small>{bad ? t('photoBad') : t('photoAbout')}</small>
      </label>
      <div class="photos">
        {form.photos.map((content) => (
          <img key={content.slice(-40)} src={`data:image/jpeg;base64,${content}`} alt={t('aPhoto')} />
        ))}
      </div>
    </>
  )
}
