import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Tag } from '../../ui/tag.tsx'
import { OrderIsolation } from '../isolation/order-isolation.tsx'
import { useDivisionName, useOriginName } from '../places/queries.ts'
import type { FollowUp } from './queries.ts'

/** The medical ground that each kind would be, if it is confirmed; a change of the roster is none. */
const groundOf: Partial<Record<FollowUp['kind'], string>> = {
  travel: 'affected-area',
  contact: 'close-contact',
  fever: 'fever',
}

export interface Ending {
  followUp: FollowUp
  how: 'outcome' | 'journey' | 'contact'
}

function Known({ draft }: { draft: FollowUp['draft'] }) {
  const { t } = useTranslation()
  const originName = useOriginName()
  const { from, arrivedOn, means } = draft
  const words = [
    from && (/^\d+$/.test(from) ? originName(from) : null),
    arrivedOn,
    means && t(`means.${means as 'rail'}`, means),
  ].filter(Boolean)
  return <span className="number">{words.join(' · ')}</span>
}

function Standing({ row }: { row: FollowUp }) {
  const { t } = useTranslation()
  if (!row.open && row.outcome === null) return <Tag>{t('followUps.withdrawn')}</Tag>
  return (
    <span className="row">
      {row.open && <Tag tone="alarm">{t('followUps.waiting')}</Tag>}
      {row.outcome && (
        <Tag tone={row.open ? 'caution' : row.outcome === 'confirmed' ? 'alarm' : 'ok'}>
          {t(`followUps.outcome.${row.outcome}`)}
        </Tag>
      )}
      {row.note && <span className="small muted">{row.note}</span>}
    </span>
  )
}

export function useFollowUpColumns(onEnd: (ending: Ending) => void): Column<FollowUp>[] {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const divisionName = useDivisionName()
  const mayClose = may(me, 'visits.follow-up.close')
  return [
    {
      key: 'kind',
      title: t('followUps.kindLabel'),
      phone: 'heading',
      cell: ({ kind }) => <b>{t(`followUps.kind.${kind}`)}</b>,
    },
    {
      key: 'who',
      title: t('followUps.who'),
      cell: ({ person, householdId }) => (
        <Link {...paths.householdVisits(householdId)}>
          {person ? (person.name ?? t('doors.unnamed')) : t('followUps.wholeHousehold')}
        </Link>
      ),
    },
    { key: 'phone', title: t('people.phone'), cell: ({ person }) => <span className="number">{person?.phone}</span> },
    { key: 'area', title: t('visits.area'), cell: ({ division }) => divisionName(division) },
    { key: 'known', title: t('followUps.known'), cell: ({ draft }) => <Known draft={draft} /> },
    {
      key: 'opened',
      title: t('followUps.opened'),
      cell: ({ openedAt }) => <time className="number">{dateTime(openedAt)}</time>,
    },
    { key: 'state', title: t('followUps.state'), cell: (row) => <Standing row={row} /> },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (followUp) => (
        <span className="row" style={{ justifyContent: 'flex-end' }}>
          {followUp.person && groundOf[followUp.kind] && (
            <OrderIsolation
              person={followUp.person.id}
              source="visit"
              record={followUp.visitId}
              ground={groundOf[followUp.kind]}
              division={followUp.division}
              household={followUp.householdId}
            />
          )}
          {followUp.open && mayClose && <EndButtons followUp={followUp} onEnd={onEnd} />}
        </span>
      ),
    },
  ]
}

function EndButtons({ followUp, onEnd }: { followUp: FollowUp; onEnd(ending: Ending): void }) {
  const { t } = useTranslation()
  const asFact = (followUp.kind === 'travel' || followUp.kind === 'contact') && followUp.person !== null
  return (
    <>
      {followUp.kind === 'travel' && followUp.person && (
        <Button size="small" type="primary" onClick={() => onEnd({ followUp, how: 'journey' })}>
          {t('followUps.journey')}
        </Button>
      )}
      {followUp.kind === 'contact' && followUp.person && (
        <Button size="small" type="primary" onClick={() => onEnd({ followUp, how: 'contact' })}>
          {t('followUps.contact')}
        </Button>
      )}
      <Button size="small" type={asFact ? 'default' : 'primary'} onClick={() => onEnd({ followUp, how: 'outcome' })}>
        {t('followUps.result')}
      </Button>
    </>
  )
}
