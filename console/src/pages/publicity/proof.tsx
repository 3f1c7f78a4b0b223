import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type Play, playPhotoQuery } from './queries.ts'

/** What shows that it was played: words at once, pictures when they are asked for. */
export function Proof({ play }: { play: Play }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (!play.note && play.photoIds.length === 0) return <span className="muted">—</span>
  return (
    <>
      {play.note}{' '}
      {play.photoIds.length > 0 && (
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {t('publicity.seePicture')}
        </Button>
      )}
      <Modal open={open} title={play.title} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        {play.photoIds.map((id) => (
          <Picture key={id} photoId={id} play={play} />
        ))}
      </Modal>
    </>
  )
}

function Picture({ photoId, play: { divisionName, dueOn } }: { photoId: string; play: Play }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(playPhotoQuery(photoId))
  if (error) return <ProblemNotice error={error} />
  if (!data) return null
  const alt = t('publicity.pictureOf', { village: divisionName, day: dueOn })
  return <img src={`data:${data.type};base64,${data.content}`} alt={alt} style={{ maxWidth: '100%' }} />
}
