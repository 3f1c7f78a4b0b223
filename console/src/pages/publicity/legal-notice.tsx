import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/page.tsx'
import { legalQuery, type Measure } from './queries.ts'

/** What has to be told with a measure. Nothing is shown while the county has published no such notice. */
export function LegalNotice({ measure }: { measure: Measure }) {
  const { t, i18n } = useTranslation()
  const told = useQuery(legalQuery(measure)).data
  if (!told || told.items.length === 0) return null
  const lang = i18n.language.startsWith('en') ? 'en' : 'zh'
  return (
    <Card title={t('publicity.rightsTitle')}>
      {told.items.map(({ pieceId, texts }) => {
        const text = texts.find((one) => one.lang === lang) ?? texts.find((one) => one.lang === 'zh')
        return (
          <p key={pieceId}>
            <Link {...paths.piece(pieceId)}>{text?.title}</Link>{' '}
            <span className="muted">
              {t('publicity.rightsCount', { duties: text?.duties?.length ?? 0, rights: text?.rights?.length ?? 0 })}
            </span>
          </p>
        )
      })}
      <p className="muted">
        {t('publicity.rightsTell')}{' '}
        <a href={told.address} style={{ overflowWrap: 'anywhere' }}>
          {told.address}
        </a>
      </p>
    </Card>
  )
}
