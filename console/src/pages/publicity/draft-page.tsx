import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { useOperation } from '../../ui/operation.ts'
import { Page } from '../../ui/page.tsx'
import { contentOf, type Draft, Editor, emptyDraft } from './editor.tsx'
import { touchesPublicity } from './queries.ts'

export default function DraftPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const division = useQuery(meQuery).data?.seat?.division ?? ''
  // One id for as long as the page is open: saved twice is one draft.
  const ids = useRef({ id: newId(), versionId: newId() })
  const keep = useOperation(
    (draft: Draft) =>
      answer(api.POST('/pieces', { body: { ...ids.current, division, kind: draft.kind, content: contentOf(draft) } })),
    { touches: touchesPublicity, onDone: () => void navigate(paths.piece(ids.current.id)) },
  )
  return (
    <Page title={t('publicity.new')} above={<Link {...paths.pieces()}>{t('publicity.title')}</Link>}>
      <Editor initial={emptyDraft} division={division} busy={keep.busy} refusal={keep.refusal} onKeep={keep.send} />
    </Page>
  )
}
