import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { dateTime } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Asked } from './case-page.tsx'
import styles from './cases.module.css'
import type { CaseFile, Entry } from './queries.ts'
import { entrySaid } from './words.ts'

/** Everything that was ever said of the case, the last first; what was corrected stays. */
export function JournalCard({ file, onAsk }: { file: CaseFile; onAsk?: ((asked: Asked) => void) | undefined }) {
  const { t } = useTranslation()
  const items = [...(file.explanation?.history ?? []), ...(file.explanation?.findings ?? [])]
  const said = (entry: Entry) =>
    entry.kind === 'evidence'
      ? (entry.details.answers ?? [])
          .map(({ code, present }) => {
            const name = items.find((item) => item.code === code)?.[language()] ?? code
            return `${name}: ${t(present ? 'caseFile.yes' : 'caseFile.no')}`
          })
          .join('; ')
      : entrySaid(t, entry)
  return (
    <Card title={t('caseFile.journal')}>
      <ol className={styles.journal} reversed>
        {file.entries.toReversed().map((entry) => (
          <li key={entry.id} data-kind={entry.kind} data-standing={entry.standing}>
            <span className={styles.when}>
              <time className="number">{dateTime(entry.at)}</time> · {t(`caseFile.kinds.${entry.kind}`)}
              {entry.decider && ` · ${entry.decider}`}
            </span>
            <span className={styles.said}>{said(entry)}</span>{' '}
            {!entry.standing && <Tag>{t(entry.voided ? 'caseFile.takenBack' : 'caseFile.replaced')}</Tag>}
            {entry.details.note && <span className={styles.when}>{entry.details.note}</span>}
            {entry.why && <span className={styles.when}>{t('caseFile.correctedWhy', { why: entry.why })}</span>}
            {onAsk && entry.standing && (entry.kind === 'decision' || entry.kind === 'result') && (
              <button type="button" className="plain-button" onClick={() => onAsk({ takeBack: entry })}>
                {t('caseFile.takeBack')}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p className="small">{t('caseFile.journalAbout')}</p>
    </Card>
  )
}
