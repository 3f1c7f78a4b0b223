import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dayOf } from '../../ui/format.ts'
import { Card, Page } from '../../ui/page.tsx'
import { PurposeChoice } from '../../ui/purpose.tsx'
import { CardForm, type Entered } from './card-form.tsx'
import { CodeBox } from './code-box.tsx'
import type { FoundCard } from './queries.ts'
import styles from './re-entry.module.css'

const route = getRouteApi('/desk/visits/re-entry')

/** A pile of paper, card by card: code, outcome, answers, next. */
export default function ReEntryPage() {
  const { t } = useTranslation()
  const { code = '' } = route.useSearch()
  const [card, setCard] = useState<FoundCard | null>(null)
  const [village, setVillage] = useState<string | null>(null)
  const [day, setDay] = useState(() => dayOf(new Date()))
  const [entered, setEntered] = useState<Entered[]>([])
  const codeInput = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (card === null) codeInput.current?.focus()
  }, [card])
  return (
    <Page
      title={t('reEntry.title')}
      above={<Link {...paths.visits()}>‹ {t('visits.title')}</Link>}
      about={t('reEntry.about')}
      actions={<PurposeChoice />}
    >
      <Card>
        <CodeBox
          input={codeInput}
          village={village}
          first={code}
          onFound={(found) => {
            setCard(found)
            setVillage(found.division)
            if (entered.length === 0) setDay(dayOf(found.startedAt))
          }}
        />
        {card === null && <p className="small muted">{t('reEntry.nothingYet')}</p>}
      </Card>
      {card && (
        <CardForm
          key={card.code}
          card={card}
          day={day}
          onDay={setDay}
          onEntered={(one) => {
            setEntered((before) => [one, ...before])
            setCard(null)
          }}
        />
      )}
      <p className={styles.keys}>
        {t('reEntry.keys')}:{t('reEntry.keysList')}
      </p>
      {entered.length > 0 && (
        <Card title={t('reEntry.today', { count: entered.length })}>
          <ul className={styles.log} aria-live="polite">
            {entered.slice(0, 20).map((one) => (
              <li key={one.id} className="row">
                <span className="number">
                  {t('reEntry.saved', { code: one.code, outcome: t(`visits.${one.outcome}`) })}
                </span>
                {one.followUps > 0 && (
                  <Link {...paths.followUps()}>{t('reEntry.openedCount', { count: one.followUps })}</Link>
                )}
                {one.unanswered > 0 && (
                  <span className="small muted">{t('reEntry.unanswered', { count: one.unanswered })}</span>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}
