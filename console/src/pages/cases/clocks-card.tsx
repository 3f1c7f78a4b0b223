import { useTranslation } from 'react-i18next'
import { dateTime } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './cases.module.css'
import type { CaseFile } from './queries.ts'

/** What the edition wants done by when. */
export function ClocksCard({ file }: { file: CaseFile }) {
  const { t } = useTranslation()
  return (
    <Card title={t('caseFile.clocks')}>
      {file.clocks.length === 0 ? (
        <p>{t('caseFile.noClocks')}</p>
      ) : (
        <ul className={styles.clocks}>
          {file.clocks.map(({ kind, of, dueAt, doneAt, overdue }) => (
            <li key={`${kind} ${of}`}>
              <b>{t(`caseFile.clock.${kind}`)}</b>
              <span>
                {doneAt === null && <Tag tone={overdue ? 'alarm' : 'caution'}>{t('caseFile.waits')}</Tag>}{' '}
                {overdue ? (
                  <Tag tone="alarm">{t('caseFile.late')}</Tag>
                ) : (
                  doneAt && <Tag tone="ok">{t('caseFile.inTime')}</Tag>
                )}
              </span>
              <span className="small number">
                {t('caseFile.due')} {dateTime(dueAt)}
                {doneAt && ` · ${t('caseFile.done')} ${dateTime(doneAt)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
