import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths, type RumoursSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { Figure, Figures } from '../../ui/figures.tsx'
import { saveFile } from '../../ui/files.ts'
import { DayBox, FilterBar } from '../../ui/filters.tsx'
import { number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StageTag } from './marks.tsx'
import { touchesRumours, type Week, weekQuery } from './queries.ts'
import styles from './rumours.module.css'
import { Words } from './topic-dialogs.tsx'
import { useThemes } from './topics-view.tsx'

/** What a week brought, for the command to read: printed as it stands here. */
export function WeekView({ week, onChange }: { week: string | undefined; onChange(patch: RumoursSearch): void }) {
  const { t, i18n } = useTranslation()
  const query = useQuery(weekQuery(week))
  const mayRule = may(useQuery(meQuery).data, 'rumours.advice.write')
  const [isWriting, setWriting] = useState(false)
  const lang = i18n.language.startsWith('en') ? ('en' as const) : ('zh' as const)
  const print = useOperation((weekOn: string) =>
    answer(api.GET('/rumour-week/print', { params: { query: { weekOn, lang } } })).then(saveFile),
  )
  return (
    <>
      <FilterBar>
        <DayBox
          label={t('rumours.weekFrom')}
          value={query.data?.weekOn ?? week}
          onChange={(day) => onChange({ week: day })}
        />
        <Button disabled={!query.data} loading={print.busy} onClick={() => query.data && print.send(query.data.weekOn)}>
          {t('rumours.print')}
        </Button>
        {mayRule && query.data && <Button onClick={() => setWriting(true)}>{t('rumours.advise')}</Button>}
      </FilterBar>
      {print.refusal && <ProblemNotice error={print.refusal} />}
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={28} />}
        empty={{
          when: ({ signals, topics }) => signals === 0 && topics.length === 0,
          show: (
            <Card>
              <Nothing title={t('rumours.quietWeek')} />
            </Card>
          ),
        }}
      >
        {(found) => <WeekTold week={found} />}
      </Loaded>
      {isWriting && query.data && <Advise week={query.data} onClose={() => setWriting(false)} />}
    </>
  )
}

function WeekTold({ week }: { week: Week }) {
  const { t } = useTranslation()
  const themes = new Map(useThemes())
  const share = ({ kept, due }: Week['first']) => t('rumours.ofDue', { kept, due })
  return (
    <>
      <Figures label={`${week.weekOn} — ${week.tillOn}`}>
        <Figure name={t('rumours.items')} value={week.items} />
        <Figure name={t('rumours.foundInWeek')} value={week.found} />
        <Figure name={t('rumours.answeredInWeek')} value={week.answered} tone="ok" />
        <Figure name={t('rumours.overdue')} value={week.overdue} tone="alarm" />
      </Figures>
      <div className={styles.two}>
        <Card title={t('rumours.clocksKept')}>
          <dl className={styles.facts}>
            <dt>{t('rumours.first')}</dt>
            <dd>{share(week.first)}</dd>
            <dt>{t('rumours.final')}</dt>
            <dd>{share(week.final)}</dd>
            <dt>{t('rumours.median')}</dt>
            <dd>{week.medianHoursToAnswer === null ? '—' : t('rumours.hours', { count: week.medianHoursToAnswer })}</dd>
            <dt>{t('rumours.verdict')}</dt>
            <dd>
              {(['true', 'false', 'unsettled'] as const)
                .map((one) => `${t(`rumours.verdicts.${one}`)} ${week.verdicts[one]}`)
                .join(' · ')}
            </dd>
            <dt>{t('rumours.is.referred')}</dt>
            <dd>{number(week.referrals)}</dd>
          </dl>
        </Card>
        <Card title={t('rumours.next')}>{week.advice ?? <span className="muted">{t('rumours.noAdvice')}</span>}</Card>
        <Card title={t('rumours.theme')}>
          <ul className={styles.lines} aria-label={t('rumours.theme')}>
            {week.themes.map(({ theme, items, isNew }) => (
              <li key={theme ?? ''}>
                <span>
                  {theme ? (themes.get(theme) ?? theme) : t('rumours.unfiled')} {isNew && <b>{t('rumours.isNew')}</b>}
                </span>
                <span className="number muted">{items === null ? t('rumours.some') : number(items)}</span>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('rumours.view.topics')}>
          <ul className={styles.lines} aria-label={t('rumours.view.topics')}>
            {week.topics.map(({ id, title, items, stage }) => (
              <li key={id}>
                <span>
                  <Link {...paths.rumourTopic(id)}>{title ?? t('rumours.untitled')}</Link> <StageTag stage={stage} />
                </span>
                <span className="number muted">{number(items)}</span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  )
}

function Advise({ week, onClose }: { week: Week; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ words: string }>
      name="advise-week"
      title={`${t('rumours.advise')} · ${week.weekOn}`}
      verb={t('forms.save')}
      about={t('rumours.nobody')}
      touches={touchesRumours}
      initial={{ words: week.advice ?? '' }}
      send={(said) => answer(api.POST('/rumour-advice', { body: { ...said, weekOn: week.weekOn } }))}
      onClose={onClose}
    >
      <Words name="words" label={t('rumours.next')} max={2000} rows />
    </FactDialog>
  )
}
