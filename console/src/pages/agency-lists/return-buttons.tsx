import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { header } from './queries.ts'

function save({ fileName, mediaType, content }: { fileName: string; mediaType: string; content: string }) {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}

/** The file goes to the browser's folder at once; who made it is on record, and the file carries the number. */
export function ReturnButtons({ listId }: { listId: string }) {
  const { t } = useTranslation()
  const [made, setMade] = useState<{ rows: number; unanswered: number } | null>(null)
  const make = useOperation(
    (format: 'xlsx' | 'csv') =>
      answer(
        api.POST('/agency-lists/{listId}/return', {
          params: { path: { listId }, header },
          body: { format, language: language() },
        }),
      ),
    {
      onDone: (file) => {
        save(file)
        setMade(file)
      },
    },
  )
  return (
    <>
      {made && (
        <output className="muted small" aria-live="polite">
          {t('oneList.returnMade', made)}
        </output>
      )}
      {make.refusal ? <ProblemNotice error={make.refusal} /> : null}
      <Button loading={make.busy} onClick={() => make.send('xlsx')}>
        {t('oneList.returnXlsx')}
      </Button>
      <Button loading={make.busy} title={t('oneList.returnCsvHint')} onClick={() => make.send('csv')}>
        {t('oneList.returnCsv')}
      </Button>
    </>
  )
}
