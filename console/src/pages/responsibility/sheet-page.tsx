import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dateTime, dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { useDivisionName } from '../places/queries.ts'
import { stateName } from '../visits/state-tag.tsx'
import { type Sheet, sheetQuery, useRuleWords } from './queries.ts'
import styles from './responsibility.module.css'
import { usePlaceName } from './where.tsx'

const route = getRouteApi('/desk/responsibility/posts/$postId/hand-over')

/** What visits have not finished at a door: rounds in which nobody was met, and what is followed up. */
function OpenWork({ home: { visits, followUps } }: { home: Sheet['households'][number] }) {
  const { t } = useTranslation()
  return (
    <>
      {visits.map(({ round, state, attempts }) => (
        <div key={round}>
          {t('gridSheet.openVisit', { round, state: stateName(t, state) })}
          {attempts > 0 && t('gridSheet.attempts', { count: attempts })}
        </div>
      ))}
      {followUps.map((kind) => (
        <div key={kind}>{t('gridSheet.openFollowUp', { kind: t(`followUps.kind.${kind}`) })}</div>
      ))}
    </>
  )
}

function Households({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  return (
    <>
      <h2>{t('gridSheet.households', { count: sheet.householdCount })}</h2>
      {(sheet.open.visits > 0 || sheet.open.followUps > 0) && <p>{t('gridSheet.openAll', sheet.open)}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('gridSheet.order')}</th>
            <th scope="col">{t('gridSheet.block')}</th>
            <th scope="col">{t('gridSheet.walk')}</th>
            <th scope="col">{t('gridSheet.lacking')}</th>
            <th scope="col">{t('gridSheet.open')}</th>
            <th scope="col">{t('gridSheet.note')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.households.map((home, index) => (
            <tr key={home.id}>
              <td className="number">{index + 1}</td>
              <td>{placeName(home.compoundId, home.block)}</td>
              <td className="number">{home.walkOrder}</td>
              <td>{home.lacking.map((level) => t(`responsibility.level.${level}`)).join('、')}</td>
              <td>
                <OpenWork home={home} />
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.householdCount > sheet.households.length && (
        <p className="muted small">{t('gridSheet.more', { count: sheet.households.length })}</p>
      )}
    </>
  )
}

function Teams({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { teamName, roleName } = useRuleWords()
  const divisionName = useDivisionName()
  return (
    <>
      <h2>{t('gridSheet.teams')}</h2>
      {sheet.teams.length === 0 ? (
        <p>{t('gridSheet.noTeams')}</p>
      ) : (
        <ul>
          {sheet.teams.map((team) => (
            <li key={team.id}>
              {teamName(team.rule)} · {divisionName(team.division)}{' '}
              {team.lacking.map((role) => t('gridTeams.lacks', { role: roleName(team.rule, role) })).join('、')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Paper({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { kindName } = useRuleWords()
  const divisionName = useDivisionName()
  const { outgoing, incoming } = sheet
  return (
    <article className={styles.sheet}>
      <dl className={styles.facts}>
        <dt>{t('gridSheet.post')}</dt>
        <dd>
          <b>{sheet.title}</b> · {kindName(sheet.kind)} · {divisionName(sheet.division)}
        </dd>
        <dt>{t('gridSheet.from')}</dt>
        <dd>
          {outgoing?.name ?? t('gridSheet.nobody')}{' '}
          {outgoing && (
            <span className="muted small number">
              {t('gridSheet.period', {
                since: dayOf(outgoing.since),
                until: outgoing.until ? dayOf(outgoing.until) : t('gridPost.present'),
              })}
            </span>
          )}
        </dd>
        <dt>{t('gridSheet.to')}</dt>
        <dd>
          {incoming?.name ?? t('gridSheet.nobody')}{' '}
          {incoming && <span className="muted small number">{dateTime(incoming.since)}</span>}
        </dd>
        <dt>{t('gridSheet.above')}</dt>
        <dd>
          {sheet.above.map(({ level, title, name }) => (
            <div key={`${level} ${title}`}>
              {t(`responsibility.level.${level}`)}:{title} {name}
            </div>
          ))}
        </dd>
      </dl>
      <Households sheet={sheet} />
      <Teams sheet={sheet} />
      <div className={styles.signatures}>
        <div>{t('gridSheet.signed')}</div>
        <div>{t('gridSheet.received')}</div>
        <div>{t('gridSheet.witness')}</div>
      </div>
      <p className="muted small" style={{ marginTop: 14 }}>
        {t('gridSheet.made', { moment: dateTime(new Date()) })}
      </p>
    </article>
  )
}

/** On paper, from hand to hand: ids of doors and no names of those who live behind them. */
export default function SheetPage() {
  const { t } = useTranslation()
  const { postId } = route.useParams()
  const { header } = usePurpose()
  const query = useQuery(sheetQuery(postId, header))
  return (
    <Page
      title={t('gridSheet.title')}
      above={<Link {...paths.gridPost(postId)}>‹ {query.data?.title ?? t('gridPost.title')}</Link>}
      actions={
        <>
          <PurposeChoice />
          <Button type="primary" disabled={!query.data} onClick={() => window.print()}>
            {t('gridSheet.print')}
          </Button>
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={10} height={24} />} empty="never">
        {(sheet) => <Paper sheet={sheet} />}
      </Loaded>
    </Page>
  )
}
