import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { LookedAt } from '../../ui/fact-dialog.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { ClockTag, GradeTag, StageTag } from './marks.tsx'
import { type TopicCard, topicQuery } from './queries.ts'
import styles from './rumours.module.css'
import type { Working } from './topic-dialogs.tsx'
import { History, Parts } from './topic-parts.tsx'
import { useThemes } from './topics-view.tsx'

const dialog = (name: 'CodeDialog' | 'WeighDialog' | 'ReportDialog' | 'VerifyDialog' | 'TurnDialog') =>
  lazy(() => import('./topic-dialogs.tsx').then((module) => ({ default: module[name] as React.FC<Working> })))
const other = (name: 'AnswerDialog' | 'ReferDialog' | 'MergeDialog' | 'SplitDialog') =>
  lazy(() => import('./answer-dialogs.tsx').then((module) => ({ default: module[name] as React.FC<Working> })))
const dialogs = {
  code: dialog('CodeDialog'),
  weigh: dialog('WeighDialog'),
  report: dialog('ReportDialog'),
  verify: dialog('VerifyDialog'),
  answer: other('AnswerDialog'),
  refer: other('ReferDialog'),
  merge: other('MergeDialog'),
  split: other('SplitDialog'),
  turn: dialog('TurnDialog'),
}
type Doing = keyof typeof dialogs
const VERBS = {
  code: 'rumours.topic.code',
  weigh: 'rumours.topic.assess',
  report: 'rumours.topic.report',
  verify: 'rumours.topic.verify',
  answer: 'rumours.topic.answer',
  refer: 'rumours.matter.refer',
  merge: 'rumours.topic.merge',
  split: 'rumours.topic.split',
  turn: 'rumours.topic.turn',
} as const satisfies Record<Doing, string>

/** What comes next is offered first. */
function nextOf({ topic }: TopicCard): Doing {
  if (topic.title === null) return 'code'
  if (topic.grade === null) return 'weigh'
  if (topic.verdict === null) return 'verify'
  return topic.final?.state === 'kept' || topic.final?.state === 'late' ? 'turn' : 'answer'
}
const route = getRouteApi('/desk/rumours/topics/$topicId')

/** One topic: how it is said, how far it goes, its clocks, and everything that was done. */
export default function TopicPage() {
  const { t } = useTranslation()
  const { topicId } = route.useParams()
  const query = useQuery(topicQuery(topicId))
  const me = useQuery(meQuery).data
  const standsAt = useCountyMoment()
  const [doing, setDoing] = useState<Doing | null>(null)
  const themes = new Map(useThemes())
  const card = query.data
  const Asked = doing && dialogs[doing]
  const next = card && nextOf(card)
  const theme = card?.topic.theme
  return (
    <Page
      title={card ? (card.topic.title ?? t('rumours.untitled')) : t('rumours.title')}
      above={<Link {...paths.rumours()}>‹ {t('rumours.title')}</Link>}
      about={theme ? (themes.get(theme) ?? theme) : t('rumours.unfiled')}
      actions={
        card &&
        (Object.keys(dialogs) as Doing[])
          .filter((one) => may(me, VERBS[one]))
          .map((one) => (
            <Button key={one} type={one === next ? 'primary' : 'default'} onClick={() => setDoing(one)}>
              {t(`rumours.do.${one === 'turn' && card.topic.closedAt ? 'reopen' : one}`)}
            </Button>
          ))
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} height={28} />} empty="never">
        {(found) => (
          <LookedAt value={standsAt ?? undefined}>
            <div className={styles.two}>
              <Standing card={found} />
              <Wordings card={found} />
              <History card={found} />
              <Parts card={found} />
            </div>
            <Suspense>{Asked && <Asked card={found} onClose={() => setDoing(null)} />}</Suspense>
          </LookedAt>
        )}
      </Loaded>
    </Page>
  )
}

function Standing({ card: { topic } }: { card: TopicCard }) {
  const { t } = useTranslation()
  const moments = [
    ['found', topic.foundAt],
    ['reported', topic.reportedAt],
    ['verified', topic.verifiedAt],
    ['answered', topic.answeredAt],
  ] as const
  return (
    <Card
      title={
        <span className={styles.tags}>
          <StageTag stage={topic.stage} /> <GradeTag grade={topic.grade} />
        </span>
      }
    >
      <div className="stack">
        <ol className={styles.course} aria-label={t('rumours.course')}>
          {moments.map(([name, at]) => (
            <li key={name} data-done={at !== null}>
              <b>{t(`rumours.stages.${name}`)}</b>
              <span className="number">{at ? dateTime(at) : '—'}</span>
            </li>
          ))}
        </ol>
        <dl className={styles.facts}>
          <dt>{t('rumours.first')}</dt>
          <dd>
            <ClockTag clock={topic.first} />
          </dd>
          <dt>{t('rumours.final')}</dt>
          <dd>
            <ClockTag clock={topic.final} />
          </dd>
          <dt>{t('rumours.verdict')}</dt>
          <dd>{topic.verdict ? t(`rumours.verdicts.${topic.verdict}`) : '—'}</dd>
          <dt>{t('rumours.items')}</dt>
          <dd>
            {number(topic.items)}
            {topic.itemsAfterAnswer > 0 && (
              <span className="muted"> · {t('rumours.after', { count: topic.itemsAfterAnswer })}</span>
            )}
          </dd>
          <dt>{t('rumours.reach')}</dt>
          <dd>{topic.reach === null ? '—' : number(topic.reach)}</dd>
          <dt>{t('rumours.heard')}</dt>
          <dd className="number">
            {dateTime(topic.firstHeardAt)} — {dateTime(topic.lastHeardAt)}
          </dd>
        </dl>
      </div>
    </Card>
  )
}

function Wordings({ card: { wordings } }: { card: TopicCard }) {
  const { t } = useTranslation()
  return (
    <Card title={t('rumours.wordings')}>
      <ul className={styles.lines} aria-label={t('rumours.wordings')}>
        {wordings.map(({ id, words, items }) => (
          <li key={id}>
            <span>{words}</span>
            <span className="number muted">{number(items)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
