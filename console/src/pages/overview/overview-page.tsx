import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { dateTime, dayOf, startOfDay } from '../../ui/format.ts'
import { LiveMark } from '../../ui/live-mark.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { boardQuery } from '../checkpoints/queries.ts'
import { lastRecordOf } from '../checkpoints/silence.ts'
import { BackupNotice } from './backup-notice.tsx'
import { BusyCheckpoints } from './busy-checkpoints.tsx'
import { Headline } from './headline.tsx'
import { MapCard } from './map-card.tsx'
import styles from './overview.module.css'
import { QuietNotice } from './quiet-notice.tsx'
import { TownshipTable } from './township-table.tsx'
import { TrendCard } from './trend-card.tsx'

const route = getRouteApi('/desk/')

function OverviewSkeleton() {
  return (
    <div className="stack">
      <Card>
        <Skeleton lines={2} height={44} />
      </Card>
      <div className={styles.halves}>
        <Card>
          <Skeleton lines={8} height={30} />
        </Card>
        <Card>
          <Skeleton lines={8} height={30} />
        </Card>
      </div>
    </div>
  )
}

/** As of when the page is: now and live, the moment at which a county of the past lives, or an earlier one. */
function Standing({ asOf, livesAt }: { asOf: string | undefined; livesAt: string | null }) {
  const { t } = useTranslation()
  if (asOf) return <span className={styles.past}>{t('overview.past')}</span>
  return livesAt ? <span className={styles.past}>{t('moment.ofCounty')}</span> : <LiveMark />
}

/** The county at one look, now or at any earlier moment: the moment is in the address, so a link shows the same figures. */
export default function OverviewPage() {
  const { t } = useTranslation()
  const { asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const livesAt = useCountyMoment()
  const board = useQuery(boardQuery(asOf))
  const moment = board.data?.asOf ?? asOf ?? livesAt ?? new Date().toISOString()
  const began = useQuery(boardQuery(new Date(startOfDay(dayOf(moment))).toISOString()))
  // What a day brought is not worked out from the midnight of another.
  const midnight = began.isPlaceholderData ? undefined : began.data
  return (
    <Page
      title={t('overview.title')}
      about={
        <span className="row">
          <span>
            {t('overview.asOf')} <time className="number">{dateTime(moment)}</time>
          </span>
          <Standing asOf={asOf} livesAt={livesAt} />
        </span>
      }
      actions={
        <MomentPicker asOf={asOf} standsAt={livesAt} onPick={(moment) => void navigate({ search: { asOf: moment } })} />
      }
    >
      <Loaded query={board} skeleton={<OverviewSkeleton />} empty="never">
        {(now) => (
          <div className="stack" data-refreshing={board.isPlaceholderData}>
            {!asOf && <BackupNotice />}
            {!asOf && <QuietNotice board={now} />}
            <Headline board={now} midnight={midnight} asOf={asOf} />
            <div className={styles.halves}>
              <MapCard board={now} />
              {/* In a county of the past nothing is still to come: its last day at work is shown, as at a checkpoint. */}
              <TrendCard asOf={asOf} day={dayOf((!asOf && livesAt && lastRecordOf(now)) || moment)} />
            </div>
            <div className={styles.halves}>
              <TownshipTable board={now} midnight={midnight} asOf={asOf} />
              <BusyCheckpoints board={now} asOf={asOf} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}
