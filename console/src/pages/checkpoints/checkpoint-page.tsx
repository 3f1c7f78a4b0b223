import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { dayOf, number } from '../../ui/format.ts'
import { HourChart, wholeDay } from '../../ui/hour-chart.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { kindName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import { LegalNotice } from '../publicity/legal-notice.tsx'
import styles from './checkpoint.module.css'
import { DayPicker } from './day-picker.tsx'
import { FeversHere } from './fevers-here.tsx'
import { boardQuery, dayQuery } from './queries.ts'
import { Records } from './records.tsx'
import { Shifts } from './shifts.tsx'

const route = getRouteApi('/desk/checkpoints/$checkpointId')

const figures = ['screened', 'turnedBack', 'fevers', 'medical', 'refused', 'vehicles'] as const

function DayCard({ checkpointId, day }: { checkpointId: string; day: string }) {
  const { t } = useTranslation()
  const query = useQuery(dayQuery(checkpointId, day))
  return (
    <Card title={t('checkpoint.dayTitle', { day })} className={styles.day}>
      <Loaded query={query} skeleton={<Skeleton lines={8} height={26} />} empty="never">
        {(data) => (
          <>
            <dl className={styles.figures}>
              {figures.map((key) => (
                <div key={key} data-tone={key === 'fevers' && data.total.fevers > 0 ? 'alarm' : undefined}>
                  <dt>{t(`overview.${key}`)}</dt>
                  <dd className="number">{number(data.total[key])}</dd>
                </div>
              ))}
            </dl>
            {data.total.screened === 0 ? (
              <Nothing title={t('checkpoint.quietDay')}>{t('overview.quietDayWhy')}</Nothing>
            ) : (
              <HourChart
                hours={wholeDay(day, data.hours)}
                height={250}
                label={t('checkpoint.hoursLabel', { day, count: number(data.total.screened) })}
              />
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}

/** One checkpoint on one day: the curve, the records behind it, who stands there and which fevers still wait. */
export default function CheckpointPage() {
  const { t } = useTranslation()
  const { checkpointId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const divisionName = useDivisionName()
  const board = useQuery(boardQuery(undefined))
  const checkpoint = board.data?.checkpoints.find((row) => row.id === checkpointId)
  const livesAt = useCountyMoment()
  const latest = dayOf(new Date())
  // A checkpoint that has been quiet since yesterday opens on its last day at work.
  const day = search.day ?? dayOf(checkpoint?.lastPassageAt ?? livesAt ?? new Date())
  const go = (to: string) => void navigate({ search: { day: to <= latest ? to : latest } })
  if (board.data && !checkpoint) {
    return (
      <Page title={t('checkpoint.title')}>
        <Nothing title={t('checkpoint.unknown')}>
          <Link {...paths.checkpoints()}>{t('checkpoint.toList')}</Link>
        </Nothing>
      </Page>
    )
  }
  return (
    <Page
      title={checkpoint?.name ?? t('checkpoint.title')}
      above={<Link {...paths.checkpoints()}>‹ {t('checkpoints.title')}</Link>}
      about={
        checkpoint && (
          <span className="row">
            <Tag>{kindName(t, checkpoint.kind)}</Tag>
            <span>{divisionName(checkpoint.division)}</span>
            {checkpoint.longitude === null && (
              <Link {...paths.places({ tab: 'checkpoints', place: checkpointId })}>{t('checkpoint.putOnMap')}</Link>
            )}
          </span>
        )
      }
      actions={<DayPicker day={day} latest={latest} standsAt={livesAt} onPick={go} />}
    >
      <div className={styles.columns}>
        <div className="stack">
          <DayCard checkpointId={checkpointId} day={day} />
          <Records checkpointId={checkpointId} day={day} />
        </div>
        <div className="stack">
          <FeversHere checkpointId={checkpointId} />
          <Shifts checkpointId={checkpointId} day={day} />
          <LegalNotice measure="checkpoint" />
        </div>
      </div>
    </Page>
  )
}
