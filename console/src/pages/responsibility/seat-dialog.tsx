import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Chosen, HolderPicker } from './holder-picker.tsx'
import { MomentField } from './moment-field.tsx'
import { type PostDetails, touchesPosts } from './queries.ts'

/** Somebody takes the post from a moment on; whoever sat there gets up, and the work stays. */
export function SeatDialog({ post, onClose }: { post: PostDetails; onClose(): void }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [at, setAt] = useState(toLocalInput(new Date()))
  const [missing, setMissing] = useState(false)
  const seat = useOperation(
    (holder: Chosen) =>
      answer(
        api.POST('/responsibility/posts/{postId}/seatings', {
          params: { path: { postId: post.id } },
          body: { id: newId(), holder, at: fromLocalInput(at) },
        }),
      ),
    { touches: touchesPosts, onDone: onClose },
  )
  return (
    <Dialog
      title={t('gridPost.seatTitle', { title: post.title })}
      verb={t('gridPost.seat')}
      busy={seat.busy}
      refusal={seat.refusal}
      onConfirm={() => (chosen ? seat.send(chosen) : setMissing(true))}
      onClose={onClose}
    >
      <p>{t('gridPost.seatAbout')}</p>
      <HolderPicker rank={post.rank} chosen={chosen} onChoose={setChosen} />
      <MomentField value={at} onChange={setAt} />
      {missing && !chosen && <p role="alert">{t('gridPost.chosenNeeded')}</p>}
    </Dialog>
  )
}
