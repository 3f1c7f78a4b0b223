import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Asked } from './case-page.tsx'
import styles from './cases.module.css'
import type { CaseFile } from './queries.ts'

type Rule = NonNullable<CaseFile['explanation']>
type Item = Rule['history'][number]

/** Why it is a suspected case or not: item by item, and in one sentence. */
export function ExplanationCard({ file, onAsk }: { file: CaseFile; onAsk?: ((asked: Asked) => void) | undefined }) {
  const { t } = useTranslation()
  const rule = file.explanation
  return (
    <Card
      title={t('caseFile.explanation')}
      extra={rule && onAsk && <Button onClick={() => onAsk('evidence')}>{t('caseFile.ask')}</Button>}
    >
      {rule ? <Explained rule={rule} /> : <p>{t('caseFile.noRule')}</p>}
    </Card>
  )
}

function Explained({ rule }: { rule: Rule }) {
  const { t } = useTranslation()
  const nameOf = (code: string) => rule.findings.find((one) => one.code === code)?.[language()] ?? code
  return (
    <>
      <p className={styles.sum}>{rule[language()]}</p>
      <Items title={t('caseFile.history')} items={rule.history} />
      <Items title={t('caseFile.findings')} items={rule.findings} />
      <Items title={t('caseFile.confirming')} items={rule.confirming} />
      <p className={styles.head}>{t('caseFile.ways')}</p>
      <ul className={styles.ways}>
        {rule.ways.map(({ history, findings, anyOf, met }) => (
          <li key={`${history} ${findings}`}>
            {t(history > 0 ? 'caseFile.way' : 'caseFile.noHistoryWay', { history, findings })}
            {anyOf.length > 0 &&
              ` (${t('caseFile.oneOf', { sets: anyOf.map((set) => set.map(nameOf).join(' + ')).join(' / ') })})`}{' '}
            {met && <Tag tone="caution">{t('caseFile.met')}</Tag>}
          </li>
        ))}
      </ul>
      <p className="small">{t('caseFile.explanationAbout')}</p>
    </>
  )
}

function Items({ title, items }: { title: string; items: readonly Item[] }) {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <>
      <p className={styles.head}>{title}</p>
      <ul className={styles.items}>
        {items.map(({ code, present, from, ...names }) => (
          <li key={code} data-present={present === true}>
            <span>
              {names[language()]}
              {(from === 'measured' || from === 'laboratory') && (
                <span className="small"> {t(`caseFile.${from}`)}</span>
              )}
            </span>
            <span>{t(present === null ? 'caseFile.unknown' : present ? 'caseFile.yes' : 'caseFile.no')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
