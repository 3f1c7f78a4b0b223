import { useTranslation } from 'react-i18next'
import { dateTime, number } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import styles from './agency-lists.module.css'
import type { WholeList } from './queries.ts'

/** What is left of a list: counts and hashes, for whoever asks whether it is gone. */
export function CertificateCard({ certificate }: { certificate: NonNullable<WholeList['certificate']> }) {
  const { t } = useTranslation()
  const { destroyedAt, ground, atExpiry, fileSha256, entriesSha256 } = certificate
  const counts = [
    [t('oneList.entriesGone'), certificate.entries],
    [t('listEntry.answers.seen'), certificate.seen],
    [t('listEntry.answers.away'), certificate.away],
    [t('listEntry.answers.unknown'), certificate.unknown],
    [t('listEntry.answers.not-found'), certificate.notFound],
    [t('oneList.unanswered'), certificate.unanswered],
    [t('oneList.answersGone'), certificate.answers],
  ] as const
  return (
    <Card title={t('oneList.certificate')}>
      <div className="stack">
        <dl className={styles.facts}>
          <dt>{t('oneList.destroyedAt')}</dt>
          <dd>
            <time dateTime={destroyedAt}>{dateTime(destroyedAt)}</time>
          </dd>
          <dt>{t('oneList.ground')}</dt>
          <dd>{atExpiry ? t('oneList.atExpiry') : ground}</dd>
          {counts.map(([name, count]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd className="number">{number(count)}</dd>
            </div>
          ))}
          <dt>{t('oneList.fileHash')}</dt>
          <dd className={styles.hash}>{fileSha256}</dd>
          <dt>{t('oneList.entriesHash')}</dt>
          <dd className={styles.hash}>{entriesSha256}</dd>
        </dl>
        <p className="muted small">{t('oneList.certificateAbout')}</p>
      </div>
    </Card>
  )
}
