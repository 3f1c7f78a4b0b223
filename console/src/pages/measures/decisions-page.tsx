import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { FilterBar, Views } from '../../ui/filters.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { catalogueQuery } from '../figures/queries.ts'
import styles from './measures.module.css'
import { type Decision, decisionsQuery } from './queries.ts'

const DecisionDialog = lazy(() =>
  import('./decision-dialog.tsx').then((module) => ({ default: module.DecisionDialog })),
)
const route = getRouteApi('/desk/command/decisions')

/** Who decided what, when, why and on which figures. */
export default function DecisionsPage() {
  const { t } = useTranslation()
  const { corrected = false } = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(decisionsQuery(corrected))
  const [writing, setWriting] = useState<Decision | 'new' | null>(null)
  const writes = may(me, 'command.decision.record')
  return (
    <Page
      title={t('measures.decisions')}
      about={t('measures.decisionsAbout')}
      actions={
        writes && (
          <Button type="primary" onClick={() => setWriting('new')}>
            {t('measures.decide')}
          </Button>
        )
      }
    >
      <Card flush>
        <FilterBar>
          <Views
            label={t('measures.decisions')}
            value={corrected ? 'all' : 'valid'}
            options={(['valid', 'all'] as const).map((one) => [one, t(`measures.decisionsShown.${one}`)] as const)}
            onChange={(one) => void navigate({ search: { corrected: one === 'all' || undefined } })}
          />
        </FilterBar>
        <Loaded
          query={query}
          skeleton={<Skeleton lines={6} height={60} />}
          empty={{
            when: ({ pages }) => pages.every(({ items }) => items.length === 0),
            show: <Nothing title={t('measures.noDecisions')}>{t('measures.noDecisionsWhy')}</Nothing>,
          }}
        >
          {({ pages }) => (
            <ul>
              {pages
                .flatMap(({ items }) => items)
                .map((one) => (
                  <DecisionItem
                    key={one.id}
                    decision={one}
                    onCorrect={writes && !one.correctedBy ? () => setWriting(one) : undefined}
                  />
                ))}
            </ul>
          )}
        </Loaded>
        <More query={query} />
      </Card>
      <Suspense>
        {writing && <DecisionDialog corrects={writing === 'new' ? null : writing} onClose={() => setWriting(null)} />}
      </Suspense>
    </Page>
  )
}

function DecisionItem({ decision, onCorrect }: { decision: Decision; onCorrect: (() => void) | undefined }) {
  const { t } = useTranslation()
  const { post, seat, decidedAt, grounds, document, figures, why, correctedBy } = decision
  return (
    <li className={styles.decision} data-old={correctedBy ? true : undefined}>
      <span className="row muted">
        <span className="number">{dateTime(decidedAt)}</span>
        <span>{post}</span>
        {seat && <span>{t('measures.writtenBy', { seat })}</span>}
        {correctedBy && <Tag tone="caution">{t('measures.correctedSince')}</Tag>}
      </span>
      <h3>{decision.decision}</h3>
      <p>{t('measures.because', { grounds })}</p>
      {why && <p>{t('measures.correctedWhy', { why })}</p>}
      <FigureList figures={figures} />
      <span className="row">
        {document && (
          <Link {...paths.document(document.id)}>
            <span className="number">{document.number}</span> {document.title}
          </Link>
        )}
        {onCorrect && (
          <Button size="small" onClick={onCorrect}>
            {t('measures.correct')}
          </Button>
        )}
      </span>
    </li>
  )
}

function FigureList({ figures }: { figures: Decision['figures'] }) {
  const { t } = useTranslation()
  const names = useQuery(catalogueQuery).data?.items ?? []
  if (figures.length === 0) return null
  return (
    <ul className={styles.figures} aria-label={t('measures.figures')}>
      {figures.map(({ figure, asOf, value, area }) => (
        <li key={`${figure} ${asOf} ${area}`}>
          <Link {...paths.figure(figure, { area, asOf })}>
            {names.find(({ name }) => name === figure)?.[language()] ?? figure}{' '}
            <b className="number">{value === null ? '—' : number(value)}</b>{' '}
            <span className="number">{dateTime(asOf)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
