import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'

interface Of {
  documentId: string | null
  documentNo: string | null
  authority: string | null
  documentOn: string | null
}
/** What a movement rests on. */
export function PaperWords({ of: { documentId, documentNo, authority, documentOn } }: { of: Of }) {
  const { t } = useTranslation()
  if (documentId) return <Link {...paths.document(documentId)}>{t('funds.ownDocument')}</Link>
  return documentNo ? (
    <span className="muted">
      {documentNo} · {authority} · <span className="number">{documentOn}</span>
    </span>
  ) : null
}
