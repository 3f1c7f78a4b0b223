import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { number } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { Assumptions } from './assumptions.tsx'
import { BandChart } from './band-chart.tsx'
import styles from './drills.module.css'
import { percent } from './percent.ts'
import type { Band, Outcome } from './queries.ts'
import type { Setting } from './use-drill.ts'

const whole = (value: number) => number(Math.round(value))
/** The middle of the runs, and where nine of ten lie. */
export const spread = ({ low90, middle, high90 }: Band) => `${whole(middle)} (${whole(low90)}–${whole(high90)})`

interface OutcomeProps {
  setting: Setting
  outcome: Outcome
  names: ReadonlyMap<string, string>
}

export function OutcomeView({ setting, outcome, names, before }: OutcomeProps & { before: Outcome | null }) {
  const { t } = useTranslation()
  const { runs, total, totalFound, shareQuiet } = outcome
  const people = t('drills.people')
  return (
    <section className={styles.outcome} aria-label={t('drills.outcome')}>
      <Card title={`${t('drills.mark')} ${t('drills.outcome')}`}>
        <p>
          {t('drills.summary', {
            ...{ runs, days: setting.days, seed: setting.seed },
            ...{ infected: spread(total), found: spread(totalFound), quiet: percent(shareQuiet) },
          })}
        </p>
        {before && <p>{t('drills.before', { infected: spread(before.total), rooms: spread(before.rooms.peak) })}</p>}
        <p className="small muted">{t('drills.howToRead')}</p>
        <Assumptions setting={setting} />
      </Card>
      <Card title={t('drills.needCaption')} flush>
        <NeedTable setting={setting} outcome={outcome} />
      </Card>
      <div className={styles.charts}>
        <BandChart
          title={t('drills.charts.central')}
          bands={outcome.central}
          axis={t('drills.roomsAxis')}
          limit={setting.county.rooms}
        />
        <BandChart
          title={t('drills.charts.patients')}
          bands={outcome.patients}
          axis={t('drills.bedsAxis')}
          limit={setting.county.patientBeds ?? undefined}
        />
        <BandChart
          title={t('drills.charts.teams')}
          bands={outcome.teams}
          axis={t('drills.teamsAxis')}
          limit={setting.county.teams}
        />
        <BandChart title={t('drills.charts.found')} bands={outcome.found} axis={people} />
      </div>
      {setting.county.goods.length > 0 && (
        <Card title={t('drills.goodsCaption')} flush>
          <GoodsTable setting={setting} outcome={outcome} />
        </Card>
      )}
      <Card title={t('drills.townshipCaption')} flush>
        <TownshipTable setting={setting} outcome={outcome} names={names} />
      </Card>
      <p className="small muted">{t('drills.leftOut')}</p>
    </section>
  )
}

function useDay() {
  const { t } = useTranslation()
  return (day: number | null) => (day === null ? t('drills.never') : t('drills.onDay', { day: day + 1 }))
}

type Need = Outcome['rooms'] & { name: 'central' | 'patients' | 'teams'; has: number | null }
function NeedTable({ setting: { county }, outcome: { rooms, beds, teamsNeeded } }: Omit<OutcomeProps, 'names'>) {
  const { t } = useTranslation()
  const day = useDay()
  const rows: Need[] = [
    { name: 'central', has: county.rooms, ...rooms },
    { name: 'patients', has: county.patientBeds, ...beds },
    { name: 'teams', has: county.teams, ...teamsNeeded },
  ]
  const columns: Column<Need>[] = [
    { key: 'name', title: t('drills.need'), phone: 'heading', cell: ({ name }) => t(`drills.charts.${name}`) },
    {
      key: 'has',
      title: t('drills.has'),
      align: 'end',
      cell: ({ has }) => <span className="number">{has === null ? t('drills.unsaid') : whole(has)}</span>,
    },
    {
      key: 'peak',
      title: t('drills.peak'),
      align: 'end',
      cell: ({ peak }) => <span className="number">{spread(peak)}</span>,
    },
    {
      key: 'share',
      title: t('drills.shareOver'),
      align: 'end',
      cell: ({ over }) => <span className="number">{over ? percent(over.share) : '—'}</span>,
    },
    {
      key: 'days',
      title: t('drills.daysOver'),
      align: 'end',
      cell: ({ over }) => <span className="number">{over ? spread(over.days) : '—'}</span>,
    },
    { key: 'first', title: t('drills.firstOver'), align: 'end', cell: ({ over }) => (over ? day(over.firstDay) : '—') },
  ]
  return <DataTable caption={t('drills.needCaption')} columns={columns} rows={rows} rowKey={({ name }) => name} />
}

type Good = Setting['county']['goods'][number] & Omit<Outcome['goods'][number], 'id'>
function GoodsTable({ setting, outcome }: Omit<OutcomeProps, 'names'>) {
  const { t } = useTranslation()
  const day = useDay()
  const needs = new Map(outcome.goods.map((one) => [one.id, one]))
  const rows = setting.county.goods.flatMap((good): Good[] => {
    const need = needs.get(good.id)
    return need ? [{ ...need, ...good }] : []
  })
  const amount = (text: string, unit: string) => `${text} ${t(`requests.unit.${unit as 'piece'}`)}`
  const columns: Column<Good>[] = [
    { key: 'name', title: t('drills.good'), phone: 'heading', cell: ({ name }) => name },
    {
      key: 'assumed',
      title: t('drills.assumed'),
      cell: ({ perObserved, perPatient }) => t('drills.assumedUse', { observed: perObserved, patient: perPatient }),
    },
    {
      key: 'has',
      title: t('drills.inStore'),
      align: 'end',
      cell: ({ inStore, unit }) => <span className="number">{amount(whole(inStore), unit)}</span>,
    },
    {
      key: 'need',
      title: t('drills.needed'),
      align: 'end',
      cell: ({ need, unit }) => <span className="number">{amount(spread(need), unit)}</span>,
    },
    {
      key: 'share',
      title: t('drills.shareOver'),
      align: 'end',
      cell: ({ shareOver }) => <span className="number">{percent(shareOver)}</span>,
    },
    { key: 'first', title: t('drills.usedUp'), align: 'end', cell: ({ firstDay }) => day(firstDay) },
  ]
  return <DataTable caption={t('drills.goodsCaption')} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

type Township = Outcome['townships'][number] & { residents: number }
function TownshipTable({ setting, outcome, names }: OutcomeProps) {
  const { t } = useTranslation()
  const living = new Map(setting.townships.map(({ code, residents }) => [code, residents]))
  const rows: Township[] = outcome.townships.map((one) => ({ ...one, residents: living.get(one.code) ?? 0 }))
  const columns: Column<Township>[] = [
    { key: 'name', title: t('drills.township'), phone: 'heading', cell: ({ code }) => names.get(code) ?? code },
    {
      key: 'residents',
      title: t('drills.residents'),
      align: 'end',
      cell: ({ residents }) => <span className="number">{whole(residents)}</span>,
    },
    {
      key: 'reached',
      title: t('drills.reached'),
      align: 'end',
      cell: ({ shareReached }) => <span className="number">{percent(shareReached)}</span>,
    },
    {
      key: 'infected',
      title: t('drills.infected'),
      align: 'end',
      cell: ({ infected }) => <span className="number">{spread(infected)}</span>,
    },
  ]
  return <DataTable caption={t('drills.townshipCaption')} columns={columns} rows={rows} rowKey={({ code }) => code} />
}
