import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { moveDay, number } from '../../ui/format.ts'
import { HourChart, wholeDay } from '../../ui/hour-chart.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { countyDayQuery } from './queries.ts'

export function TrendCard({ asOf, day }: { asOf: string | undefined; day: string }) {
  const { t } = useTranslation()
  const hours = useQuery(countyDayQuery(day, asOf))
  const eve = moveDay(day, -1)
  const before = useQuery(countyDayQuery(eve, asOf)).data
  const peak = Math.max(0, ...(hours.data?.hours.map((hour) => hour.counts.screened) ?? []))
  return (
    <Card title={t('overview.byHour')} extra={<time className="number">{day}</time>}>
      <Loaded
        query={hours}
        skeleton={<Skeleton lines={9} height={26} />}
        empty={{
          when: (data) => data.total.screened === 0 && (before?.total.screened ?? 0) === 0,
          show: <Nothing title={t('overview.quietDay')}>{t('overview.quietDayWhy')}</Nothing>,
        }}
      >
        {(data) => (
          <HourChart
            hours={wholeDay(data.day, data.hours)}
            before={before && before.total.screened > 0 ? wholeDay(before.day, before.hours) : undefined}
            height={380}
            label={t('overview.byHourLabel', {
              day,
              count: number(data.total.screened),
              peak: number(peak),
            })}
          />
        )}
      </Loaded>
    </Card>
  )
}
