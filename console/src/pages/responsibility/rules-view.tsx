import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type PostKind, rulesQuery, type TeamRule } from './queries.ts'
import styles from './responsibility.module.css'

const TeamRuleDialog = lazy(() =>
  import('./team-rule-dialog.tsx').then((module) => ({ default: module.TeamRuleDialog })),
)
const RuleDialog = lazy(() => import('./rule-dialog.tsx').then((module) => ({ default: module.RuleDialog })))

type Changing = { kind: PostKind['body'] | null } | { team: TeamRule['body'] | null }

function Origin({ own, inForce }: { own: boolean; inForce: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={styles.posts}>
      <Tag tone={own ? 'brand' : 'plain'}>{own ? t('gridRules.own') : t('gridRules.first')}</Tag>
      {!inForce && <span className="muted small">{t('gridRules.later')}</span>}
    </span>
  )
}

/** Kinds and teams are rules with days: the county sets its own, and the former go on to hold for the days before. */
export function RulesView() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useQuery(rulesQuery)
  const [changing, setChanging] = useState<Changing | null>(null)
  const mayChange = may(me, 'responsibility.rule.record')
  const close = () => setChanging(null)
  const lang = language()
  const kindName = new Map(query.data?.kinds.map(({ body }) => [body.code, body[lang]]))
  const kinds: Column<PostKind>[] = [
    { key: 'name', title: t('gridRules.name'), phone: 'heading', cell: ({ body }) => body[lang] },
    {
      key: 'rank',
      title: t('gridRules.rank'),
      cell: ({ body }) =>
        body.rank === 'beside' ? t('responsibility.beside') : t(`responsibility.level.${body.rank}`),
    },
    { key: 'usual', title: t('gridRules.usual'), align: 'end', cell: ({ body }) => body.usual ?? '—' },
    { key: 'most', title: t('gridRules.most'), align: 'end', cell: ({ body }) => body.most ?? '—' },
    {
      key: 'silent',
      title: t('gridRules.silent'),
      cell: ({ body }) =>
        body.silentAfterHours === null ? '—' : t('gridRules.hours', { count: body.silentAfterHours }),
    },
    { key: 'since', title: t('gridRules.since'), cell: ({ since }) => <time className="number">{since}</time> },
    { key: 'origin', title: t('gridRules.origin'), cell: (rule) => <Origin {...rule} /> },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: ({ body, inForce }) =>
        inForce &&
        mayChange && (
          <Button size="small" onClick={() => setChanging({ kind: body })}>
            {t('gridRules.change')}
          </Button>
        ),
    },
  ]
  const teams: Column<TeamRule>[] = [
    { key: 'name', title: t('gridRules.name'), phone: 'heading', cell: ({ body }) => body[lang] },
    {
      key: 'roles',
      title: t('gridRules.roles'),
      phone: 'wide',
      cell: ({ body }) => (
        <span className={styles.posts}>
          {body.roles.map((role) => (
            <span key={role.role}>
              <Tag>{t('gridRules.atLeast', { role: role[lang], count: role.least })}</Tag>{' '}
              <span className="muted small">{role.kinds.map((kind) => kindName.get(kind) ?? kind).join(' / ')}</span>
            </span>
          ))}
        </span>
      ),
    },
    { key: 'since', title: t('gridRules.since'), cell: ({ since }) => <time className="number">{since}</time> },
    { key: 'origin', title: t('gridRules.origin'), cell: (rule) => <Origin {...rule} /> },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: ({ body, inForce }) =>
        inForce &&
        mayChange && (
          <Button size="small" onClick={() => setChanging({ team: body })}>
            {t('gridRules.change')}
          </Button>
        ),
    },
  ]
  const adding = (text: string, what: Changing) =>
    mayChange && (
      <Button size="small" onClick={() => setChanging(what)}>
        {text}
      </Button>
    )
  return (
    <Loaded
      query={query}
      skeleton={
        <Card>
          <Skeleton lines={8} height={24} />
        </Card>
      }
      empty="never"
    >
      {(data) => (
        <>
          <Card flush title={t('gridRules.kinds')} extra={adding(t('gridRules.newKind'), { kind: null })}>
            <DataTable
              caption={t('gridRules.kinds')}
              columns={kinds}
              rows={data.kinds}
              rowKey={({ body, since, own }) => `${body.code} ${since} ${own} ${body.most}`}
              rowTone={({ inForce }) => (inForce ? undefined : 'quiet')}
            />
          </Card>
          <Card flush title={t('gridRules.teams')} extra={adding(t('gridRules.newTeam'), { team: null })}>
            <DataTable
              caption={t('gridRules.teams')}
              columns={teams}
              rows={data.teams}
              rowKey={({ body, since, own }) => `${body.code} ${since} ${own}`}
              rowTone={({ inForce }) => (inForce ? undefined : 'quiet')}
            />
          </Card>
          <Suspense>
            {changing && 'kind' in changing && <RuleDialog kind={changing.kind} onClose={close} />}
            {changing && 'team' in changing && <TeamRuleDialog rule={changing.team} onClose={close} />}
          </Suspense>
        </>
      )}
    </Loaded>
  )
}
