import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { saveFile } from '../workbooks/files.ts'
import { attachmentOf, type DocumentDetails } from './queries.ts'

/** The file as it was uploaded; its hash stands beside it, and anybody who has a copy can compare. */
export function Download({ file: { id, fileName } }: { file: DocumentDetails['files'][number] }) {
  const { t } = useTranslation()
  const save = useOperation(async () => saveFile(await attachmentOf(id)))
  return (
    <>
      <Button
        size="small"
        loading={save.busy}
        aria-label={t('documents.download', { name: fileName })}
        onClick={() => save.send(undefined)}
      >
        {fileName}
      </Button>
      {save.refusal ? <ProblemNotice error={save.refusal} /> : null}
    </>
  )
}
