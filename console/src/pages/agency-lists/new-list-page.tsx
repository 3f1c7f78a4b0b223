import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { useOperation } from '../../ui/operation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { FileForm, type FileValues } from './file-form.tsx'
import { HeadingsCard } from './headings-card.tsx'
import { type Field, type Preview, touchesLists } from './queries.ts'

interface Chosen {
  sheet: string | null
  fields: Field[] | null
}

const columnsOf = (preview: Preview, fields: readonly Field[] | null) =>
  preview.columns.map(({ heading, field }, nth) => ({ heading, field: fields?.[nth] ?? field }))

/** A file is looked into first; what its columns mean is for a person to say. */
export default function NewListPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [given, setGiven] = useState<FileValues | null>(null)
  const [chosen, setChosen] = useState<Chosen>({ sheet: null, fields: null })
  const [preview, setPreview] = useState<Preview | null>(null)
  const look = useOperation(
    ({ values, sheet, fields }: Chosen & { values: FileValues }) => {
      const columns = fields && preview ? columnsOf(preview, fields) : null
      const { sender, file } = values
      return answer(api.POST('/agency-lists/preview', { body: { sender, file, sheet, headerRow: null, columns } }))
    },
    {
      onDone: (seen, { values, sheet, fields }) => {
        setGiven(values)
        setChosen({ sheet, fields })
        setPreview(seen)
      },
    },
  )
  const receive = useOperation(
    ({ values, seen }: { values: FileValues; seen: Preview }) =>
      answer(
        api.POST('/agency-lists', {
          body: {
            ...values,
            id: newId(),
            recordedAt: new Date().toISOString(),
            sheet: chosen.sheet,
            headerRow: seen.headerRow,
            columns: columnsOf(seen, null),
          },
        }),
      ),
    { touches: touchesLists, onDone: ({ id }) => void navigate(paths.list(id)) },
  )
  return (
    <Page
      title={t('newList.title')}
      about={t('newList.about')}
      above={<Link {...paths.lists({ view: 'lists' })}>‹ {t('newList.back')}</Link>}
    >
      <FileForm
        busy={look.busy}
        isSeen={preview !== null}
        onChange={() => setPreview(null)}
        onLook={(values) => look.send({ values, sheet: null, fields: null })}
      />
      {look.refusal ? <ProblemNotice error={look.refusal} /> : null}
      {preview && given && (
        <HeadingsCard
          preview={preview}
          busy={receive.busy}
          refusal={receive.refusal}
          onFields={(fields) => look.send({ values: given, sheet: chosen.sheet, fields })}
          onSheet={(sheet) => look.send({ values: given, sheet, fields: null })}
          onConfirm={() => receive.send({ values: given, seen: preview })}
        />
      )}
    </Page>
  )
}
