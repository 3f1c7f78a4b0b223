import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { dateTime } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing } from '../../ui/page.tsx'
import { useDivisionName } from '../places/queries.ts'
import { type Duty, type PostDetails, touchesPosts } from './queries.ts'
import { usePlaceName } from './where.tsx'

const DutyDialog = lazy(() => import('./duty-dialog.tsx').then((module) => ({ default: module.DutyDialog })))

/** A duty in words: the whole of a place, a compound, a stairwell, one door. */
export function useDutyName(): (duty: Duty) => string {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const placeName = usePlaceName()
  return ({ reach, division, compoundId, block }) => {
    if (reach === 'division') return t('gridPost.wholeOf', { name: divisionName(division) })
    if (reach === 'household') return t('gridDuty.oneHousehold')
    return placeName(compoundId, block)
  }
}

function EndDialog({ duty, onClose }: { duty: Duty; onClose(): void }) {
  const { t } = useTranslation()
  const dutyName = useDutyName()
  const end = useOperation(
    () =>
      answer(
        api.POST('/responsibility/duties/{dutyId}/end', {
          params: { path: { dutyId: duty.id } },
          body: { at: new Date().toISOString() },
        }),
      ),
    { touches: touchesPosts, onDone: onClose },
  )
  return (
    <Dialog
      danger
      title={t('gridDuty.endTitle', { name: dutyName(duty) })}
      verb={t('gridDuty.end')}
      busy={end.busy}
      refusal={end.refusal}
      onConfirm={() => end.send(undefined)}
      onClose={onClose}
    >
      <p>{t('gridDuty.endAbout')}</p>
    </Dialog>
  )
}

/** What a post answers for, to add to and to take away. */
export function PostDuties({ post }: { post: PostDetails }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const divisionName = useDivisionName()
  const dutyName = useDutyName()
  const [asking, setAsking] = useState<'begin' | Duty | null>(null)
  const isOpen = post.closedAt === null
  const close = () => setAsking(null)
  const columns: Column<Duty>[] = [
    {
      key: 'what',
      title: t('gridPost.duties'),
      phone: 'heading',
      cell: (duty) =>
        duty.householdId ? <Link {...paths.household(duty.householdId)}>{dutyName(duty)}</Link> : dutyName(duty),
    },
    { key: 'area', title: t('responsibility.area'), cell: ({ division }) => divisionName(division) },
    {
      key: 'since',
      title: t('gridPost.from'),
      cell: ({ beginsAt }) => <time className="number">{dateTime(beginsAt)}</time>,
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (duty) =>
        isOpen &&
        may(me, 'responsibility.duty.end') && (
          <Button
            size="small"
            onClick={() => setAsking(duty)}
            aria-label={t('gridDuty.endOf', { name: dutyName(duty) })}
          >
            {t('gridDuty.end')}
          </Button>
        ),
    },
  ]
  return (
    <Card
      flush
      title={t('gridPost.duties')}
      extra={
        isOpen &&
        may(me, 'responsibility.duty.begin') && (
          <Button size="small" type="primary" onClick={() => setAsking('begin')}>
            {t('gridDuty.begin')}
          </Button>
        )
      }
    >
      {post.duties.length === 0 ? (
        <Nothing title={t('gridPost.noDuties')}>{t('gridPost.noHomesWhy')}</Nothing>
      ) : (
        <DataTable
          caption={t('gridPost.duties')}
          columns={columns}
          rows={post.duties}
          rowKey={({ id }) => id}
          height={360}
        />
      )}
      {post.dutyCount > post.duties.length && (
        <p className="muted small" style={{ padding: '8px 18px' }}>
          {t('gridPost.dutiesMore', { count: post.dutyCount })}
        </p>
      )}
      <Suspense>{asking === 'begin' && <DutyDialog post={post} onClose={close} />}</Suspense>
      {asking !== null && asking !== 'begin' && <EndDialog duty={asking} onClose={close} />}
    </Card>
  )
}
