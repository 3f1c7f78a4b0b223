import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { DutyFields, emptyDuty, reachOf } from './duty-fields.tsx'
import { MomentField } from './moment-field.tsx'
import { type PostDetails, type Reach, touchesPosts } from './queries.ts'

/** One more thing that a post answers for. */
export function DutyDialog({ post, onClose }: { post: PostDetails; onClose(): void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => emptyDuty(post))
  const [at, setAt] = useState(toLocalInput(new Date()))
  const [missing, setMissing] = useState(false)
  const what = reachOf(draft)
  const begin = useOperation(
    (reach: Reach) =>
      answer(
        api.POST('/responsibility/duties', {
          body: { id: newId(), postId: post.id, beginsAt: fromLocalInput(at), what: reach },
        }),
      ),
    { touches: touchesPosts, onDone: onClose },
  )
  return (
    <Dialog
      title={t('gridDuty.title', { title: post.title })}
      verb={t('gridDuty.begin')}
      busy={begin.busy}
      refusal={begin.refusal}
      onConfirm={() => (what ? begin.send(what) : setMissing(true))}
      onClose={onClose}
    >
      <p className="muted">{t('gridDuty.about')}</p>
      <DutyFields post={post} draft={draft} onChange={setDraft} />
      <MomentField value={at} onChange={setAt} />
      {missing && !what && <p role="alert">{t('gridDuty.needed')}</p>}
    </Dialog>
  )
}
