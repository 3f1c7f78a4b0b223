import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Editor } from './editor.tsx'
import { type Content, emptyContent, seriesQuery, touchesDocuments } from './queries.ts'

const route = getRouteApi('/desk/documents/new')

export default function DraftPage() {
  const { t } = useTranslation()
  const { series: asked } = route.useSearch()
  const navigate = useNavigate()
  const query = useQuery(seriesQuery)
  const [chosen, setChosen] = useState(asked)
  // One id for as long as the page is open: saved twice is one draft.
  const ids = useRef({ id: newId(), versionId: newId() })
  const seriesId = chosen ?? query.data?.items[0]?.id ?? ''
  const draft = useOperation(
    (content: Content) => answer(api.POST('/documents', { body: { ...ids.current, seriesId, content } })),
    { touches: touchesDocuments, onDone: () => void navigate(paths.document(ids.current.id)) },
  )
  return (
    <Page title={t('documents.new')} above={<Link {...paths.documents()}>{t('documents.title')}</Link>}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={30} />}
        empty={{
          when: ({ items }) => items.length === 0,
          show: <Nothing title={t('documents.noSeries')}>{t('documents.noSeriesWhy')}</Nothing>,
        }}
      >
        {({ items }) => (
          <Editor
            seriesId={seriesId}
            documentId={null}
            initial={emptyContent()}
            verb={t('documents.keep')}
            busy={draft.busy}
            refusal={draft.refusal}
            onKeep={draft.send}
            extra={
              <Select
                aria-label={t('documents.series')}
                value={seriesId}
                popupMatchSelectWidth={false}
                options={items.map((one) => ({
                  value: one.id,
                  label: `${t(`documents.kinds.${one.kind}`)} · ${one.nextNumber}`,
                }))}
                onChange={setChosen}
              />
            }
          />
        )}
      </Loaded>
    </Page>
  )
}
