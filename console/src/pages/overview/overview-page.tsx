import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dateTime, dayOf, startOfDay } from '../../ui/format.ts'
import { LiveMark } from '../../ui/live-mark.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { boardQuery } from '../checkpoints/queries.ts'
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

/** The county at one look, now or at any earlier moment: the moment is in the address, so a link shows the same figures. */
export default function OverviewPage() {
  const { t } = useTranslation()
  const { asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const board = useQuery(boardQuery(asOf))
  const moment = board.data?.asOf ?? asOf ?? new Date().toISOString()
  const midnight = useQuery(boardQuery(new Date(startOfDay(dayOf(moment))).toISOString()))
  return (
    <Page
      title={t('overview.title')}
      about={
        <span className="row">
          <span>
            {t('overview.asOf')} <time className="number">{dateTime(moment)}</time>
          </span>
          {asOf ? <span className={styles.past}>{t('overview.past')}</span> : <LiveMark />}
        </span>
      }
      actions={<MomentPicker asOf={asOf} onPick={(moment) => void navigate({ search: { asOf: moment } })} />}
    >
      <Loaded query={board} skeleton={<OverviewSkeleton />} empty="never">
        {(now) => (
          <div className="stack" data-refreshing={board.isPlaceholderData}>
            {!asOf && <BackupNotice />}
            {!asOf && <QuietNotice board={now} />}
            <Headline board={now} midnight={midnight.data} asOf={asOf} />
            <div className={styles.halves}>
              <MapCard board={now} />
              <TrendCard asOf={asOf} moment={moment} />
            </div>
            <div className={styles.halves}>
              <TownshipTable board={now} midnight={midnight.data} asOf={asOf} />
              <BusyCheckpoints board={now} asOf={asOf} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}
