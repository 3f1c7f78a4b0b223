import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { type PostDetails, touchesPosts } from './queries.ts'

/** Why something of the grid ends. */
export function GroundField() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="ground"
      label={t('gridPost.ground')}
      rules={[{ required: true, whitespace: true, min: 2, message: t('gridPost.groundNeeded') }]}
    >
      <Input.TextArea rows={2} maxLength={200} />
    </Form.Item>
  )
}

interface LeaveProps {
  post: PostDetails
  asking: 'vacate' | 'close'
  onClose(): void
}

/** Leaving a post empty keeps its households with it; closing it leaves them without. */
export function LeaveDialogs({ post, asking, onClose }: LeaveProps) {
  const { t } = useTranslation()
  const done = { touches: touchesPosts, onDone: onClose }
  const path = { postId: post.id }
  const vacate = useOperation(
    () =>
      answer(
        api.POST('/responsibility/posts/{postId}/seatings', {
          params: { path },
          body: { id: newId(), holder: null, at: new Date().toISOString() },
        }),
      ),
    done,
  )
  const close = useOperation(
    ({ ground }: { ground: string }) =>
      answer(
        api.POST('/responsibility/posts/{postId}/close', {
          params: { path },
          body: { at: new Date().toISOString(), ground },
        }),
      ),
    done,
  )
  if (asking === 'vacate') {
    return (
      <Dialog
        title={t('gridPost.vacateTitle', { title: post.title })}
        verb={t('gridPost.vacate')}
        danger
        busy={vacate.busy}
        refusal={vacate.refusal}
        onConfirm={() => vacate.send(undefined)}
        onClose={onClose}
      >
        <p>{t('gridPost.vacateAbout')}</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('gridPost.closeTitle', { title: post.title })}
      verb={t('gridPost.close')}
      danger
      busy={close.busy}
      refusal={close.refusal}
      form="close-post"
      onClose={onClose}
    >
      <p>{t('gridPost.closeAbout')}</p>
      <Form<{ ground: string }> name="close-post" layout="vertical" requiredMark={false} onFinish={close.send}>
        <GroundField />
      </Form>
    </Dialog>
  )
}
