import { useTranslation } from 'react-i18next'
import { FileButton } from '../../ui/file-button.tsx'
import { attachmentOf, type DocumentDetails } from './queries.ts'

/** The file as it was uploaded; its hash stands beside it, and anybody who has a copy can compare. */
export function Download({ file: { id, fileName } }: { file: DocumentDetails['files'][number] }) {
  const { t } = useTranslation()
  return (
    <FileButton label={fileName} spoken={t('documents.download', { name: fileName })} take={() => attachmentOf(id)} />
  )
}
