import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths, type ResponsibilitySearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { FilterBar, Views } from '../../ui/filters.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { useDivisionName } from '../places/queries.ts'
import { type Team, teamsQuery, useRuleWords } from './queries.ts'
import styles from './responsibility.module.css'

const FormTeamDialog = lazy(() =>
  import('./form-team-dialog.tsx').then((module) => ({ default: module.FormTeamDialog })),
)
const TeamDialog = lazy(() => import('./team-dialog.tsx').then((module) => ({ default: module.TeamDialog })))

type State = 'incomplete' | 'complete' | 'all'

function useColumns(onChange: (team: Team) => void): Column<Team>[] {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const divisionName = useDivisionName()
  const { teamName, roleName } = useRuleWords()
  return [
    { key: 'rule', title: t('gridTeams.rule'), phone: 'heading', cell: (team) => teamName(team.rule) },
    {
      key: 'for',
      title: t('gridTeams.for'),
      cell: (team) => (
        <span>
          {divisionName(team.division)}{' '}
          {team.householdId ? (
            <Link {...paths.chain(team.householdId)}>{t('gridTeams.household')}</Link>
          ) : team.personId ? (
            <Way {...paths.person(team.personId)}>{t('gridTeams.person')}</Way>
          ) : (
            <span className="muted small">{t('gridTeams.wholeDivision')}</span>
          )}
        </span>
      ),
    },
    {
      key: 'members',
      title: t('gridTeams.members'),
      phone: 'wide',
      cell: (team) => (
        <span className={styles.posts}>
          {team.members.map((member) => (
            <span key={member.id}>
              <span className="muted small">{roleName(team.rule, member.role)}</span>{' '}
              <Link {...paths.gridPost(member.postId)}>{member.title}</Link>
              {!member.held && (
                <>
                  {' '}
                  <Tag tone="alarm">{t('responsibility.vacantPost')}</Tag>
                </>
              )}
            </span>
          ))}
        </span>
      ),
    },
    {
      key: 'lacking',
      title: t('gridTeams.state'),
      cell: (team) =>
        team.lacking.length === 0 ? (
          <Tag tone="ok">{t('gridTeams.complete')}</Tag>
        ) : (
          <span className={styles.posts}>
            {team.lacking.map(({ role, missing }) => (
              <Tag key={role} tone="alarm">
                {missing === 1
                  ? t('gridTeams.lacks', { role: roleName(team.rule, role) })
                  : t('gridTeams.lacksMany', { role: roleName(team.rule, role), count: missing })}
              </Tag>
            ))}
          </span>
        ),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (team) =>
        may(me, 'responsibility.team.join') && (
          <Button size="small" onClick={() => onChange(team)}>
            {t('gridRules.change')}
          </Button>
        ),
    },
  ]
}

interface TeamsViewProps {
  search: ResponsibilitySearch
  onChange(patch: ResponsibilitySearch): void
}

/** Three on one, five on one: first of all those in which a role is not taken. */
export function TeamsView({ search: { area, teams }, onChange }: TeamsViewProps) {
  const { t } = useTranslation()
  const state: State = teams ?? 'all'
  const query = useInfiniteQuery(teamsQuery({ area, state }))
  const me = useQuery(meQuery).data
  const [changing, setChanging] = useState<string | null>(null)
  const [forming, setForming] = useState(false)
  const columns = useColumns(({ id }) => setChanging(id))
  const changed = query.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === changing)
  return (
    <Card flush>
      <FilterBar>
        <Views<State>
          label={t('gridTeams.state')}
          value={state}
          options={(['all', 'incomplete', 'complete'] as const).map((one) => [one, t(`gridTeams.${one}`)] as const)}
          onChange={(wanted) => onChange({ teams: wanted === 'all' ? undefined : wanted })}
        />
        {may(me, 'responsibility.team.form') && (
          <Button type="primary" onClick={() => setForming(true)}>
            {t('gridTeams.form')}
          </Button>
        )}
      </FilterBar>
      <Suspense>
        {forming && <FormTeamDialog area={area} onClose={() => setForming(false)} />}
        {changed && <TeamDialog team={changed} onClose={() => setChanging(null)} />}
      </Suspense>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={6} height={26} />}
        none={
          <Nothing title={state === 'incomplete' ? t('gridTeams.noneLacking') : t('gridTeams.none')}>
            {t('gridTeams.noneWhy')}
          </Nothing>
        }
        caption={t('responsibility.view.teams')}
        columns={columns}
        rowKey={(team) => team.id}
      />
    </Card>
  )
}
