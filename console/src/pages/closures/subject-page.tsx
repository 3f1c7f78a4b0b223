import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { LookedAt } from '../../ui/fact-dialog.tsx'
import { dateTime, dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { LegalNotice } from '../publicity/legal-notice.tsx'
import styles from './closures.module.css'
import type { Acting } from './dialog-words.tsx'
import { type SubjectAct, type SubjectCard, subjectQuery } from './queries.ts'
import { OrderTag, SubjectTag } from './state-tag.tsx'

const course = (name: 'InspectDialog' | 'ApplyDialog' | 'CheckDialog' | 'DecideDialog') =>
  lazy(() => import('./course-dialogs.tsx').then((module) => ({ default: module[name] as React.FC<Acting> })))
const strike = lazy(() => import('./strike-off.tsx').then((module) => ({ default: module.StrikeOff })))
const appeal = (name: 'AppealDialog' | 'AnswerDialog' | 'PrintDialog') =>
  lazy(() => import('./appeal-dialogs.tsx').then((module) => ({ default: module[name] as React.FC<Acting> })))
const dialogs = {
  inspect: course('InspectDialog'),
  apply: course('ApplyDialog'),
  check: course('CheckDialog'),
  decide: course('DecideDialog'),
  lodgeAppeal: appeal('AppealDialog'),
  answerAppeal: appeal('AnswerDialog'),
  print: appeal('PrintDialog'),
  strikeOff: strike,
}
type Doing = keyof typeof dialogs
const route = getRouteApi('/desk/closures/subjects/$subjectId')

/** What can be done about it next, by where it stands and by whoever looks. */
function doingsFor(card: SubjectCard, mayDo: (verb: string) => boolean): Doing[] {
  const { state, since, orders, openApplicationId, openAppealId, acts } = card
  const wanted: [Doing, string, boolean][] = [
    ['inspect', 'closures.inspection.record', since !== null],
    ['check', 'closures.application.check', openApplicationId !== null],
    ['decide', 'closures.application.decide', openApplicationId !== null && state === 'inspected'],
    ['apply', 'closures.application.lodge', since !== null && openApplicationId === null && state !== 'breach'],
    ['lodgeAppeal', 'closures.appeal.lodge', orders.length > 0 && openAppealId === null],
    ['answerAppeal', 'closures.appeal.decide', openAppealId !== null],
    ['print', 'closures.notice.print', since !== null],
    ['strikeOff', 'closures.subject.end', acts.every(({ type }) => type !== 'gone')],
  ]
  return wanted.flatMap(([doing, verb, fits]) => (fits && mayDo(verb) ? [doing] : []))
}

/** One venue, gathering or line: what it has to do, by which order, and everything that happened. */
export default function SubjectPage() {
  const { t } = useTranslation()
  const { subjectId } = route.useParams()
  const query = useQuery(subjectQuery(subjectId))
  const me = useQuery(meQuery).data
  const standsAt = useCountyMoment()
  const [doing, setDoing] = useState<Doing | null>(null)
  const card = query.data
  const Asked = doing && dialogs[doing]
  const doings = card ? doingsFor(card, (verb) => may(me, verb)) : []
  return (
    <Page
      title={card?.name ?? t('closures.title')}
      above={<Link {...paths.closures({ view: card?.kind })}>‹ {t('closures.title')}</Link>}
      about={
        card ? [t(`closures.classes.${card.class}`), card.divisionName, card.address].filter(Boolean).join(' · ') : ' '
      }
      actions={doings.map((one, nth) => (
        <Button
          key={one}
          type={nth === 0 && one !== 'strikeOff' ? 'primary' : 'default'}
          danger={one === 'strikeOff'}
          onClick={() => setDoing(one)}
        >
          {t(`closures.${one}`)}
        </Button>
      ))}
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} height={28} />} empty="never">
        {(subject) => (
          <LookedAt value={standsAt ?? undefined}>
            <div className={styles.two}>
              <SubjectFacts subject={subject} />
              <History acts={subject.acts} />
            </div>
            <LegalNotice measure="closure" />
            <Suspense>{Asked && <Asked subject={subject} onClose={() => setDoing(null)} />}</Suspense>
          </LookedAt>
        )}
      </Loaded>
    </Page>
  )
}

function SubjectFacts({ subject }: { subject: SubjectCard }) {
  const { t } = useTranslation()
  const { since, until, heldFrom, heldTo, orders } = subject
  return (
    <Card title={<SubjectTag state={subject.state} />}>
      <div className="stack">
        <dl className={styles.facts} hidden={!heldFrom && !since}>
          {heldFrom && heldTo && (
            <>
              <dt>{t('closures.heldOn')}</dt>
              <dd>
                {dateTime(heldFrom)} — {dateTime(heldTo)}
              </dd>
            </>
          )}
          {since && until && (
            <>
              <dt>{t('closures.period')}</dt>
              <dd>
                {dateTime(since)} — {dayOf(new Date(Date.parse(until) - 1))}
              </dd>
            </>
          )}
        </dl>
        {orders.length > 0 && (
          <ul className={styles.acts} aria-label={t('closures.ordersOf')}>
            {orders.map((one) => (
              <li key={one.id}>
                <Link {...paths.closureOrder(one.id)}>{one.documentNo}</Link>
                <OrderTag order={one} />
                <span className="muted">
                  {dayOf(one.startsAt)} — {dayOf(new Date(Date.parse(one.until) - 1))} · {one.ground}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

function History({ acts }: { acts: readonly SubjectAct[] }) {
  const { t } = useTranslation()
  if (acts.length === 0)
    return (
      <Card title={t('closures.history')}>
        <Nothing title={t('closures.noHistory')} />
      </Card>
    )
  return (
    <Card title={t('closures.history')}>
      <ul className={styles.acts} aria-label={t('closures.history')}>
        {acts.map((act) => (
          <li key={`${act.type} ${act.id}`}>
            <span className="number muted">{dateTime(act.at)}</span>
            <b>{t(`closures.act.${act.type}`)}</b>
            <ActWords act={act} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function ActWords({ act: { outcome, words, by, met } }: { act: SubjectAct }) {
  const { t } = useTranslation()
  const said = outcome && t(`closures.said.${outcome as 'closed'}`)
  const done = words && (words in ACTION_WORDS ? t(`closures.actions.${words as 'warned'}`) : words)
  const conditions = met?.map((one) => t(`closures.conditions.${one}`)).join(t('sites.comma'))
  return (
    <>
      {said && <span>{said}</span>}
      <span className="muted">{[done, conditions, by].filter(Boolean).join(' · ')}</span>
    </>
  )
}
const ACTION_WORDS = { 'closed-on-the-spot': true, warned: true, 'handed-over': true }
