import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dayOf, moveDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { DivisionBox } from '../people/division-box.tsx'
import { useDivisionName } from '../places/queries.ts'
import { symptomWord, type Work, workQuery } from './readings-queries.ts'
import styles from './sheets.module.css'

const route = getRouteApi('/desk/isolation/reading-sheets')
const SHEET_DAYS = 14
const slotsOf = ({ checks, checksPerDay }: Work) =>
  checks.length === checksPerDay
    ? checks.map(({ slot }) => slot)
    : (['morning', 'evening'] as const).slice(0, checksPerDay)

/** Sheets of fourteen days for a village, one person a page, in the order in which they are walked. */
export default function SheetsPage() {
  const { t } = useTranslation()
  const { division } = route.useSearch()
  const navigate = route.useNavigate()
  const { header } = usePurpose()
  const query = useInfiniteQuery({
    ...workQuery({ area: division, state: 'all', limit: 200 }, division ? header : undefined),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Page
      title={t('readings.sheets')}
      above={<Link {...paths.readings()}>‹ {t('readings.title')}</Link>}
      about={<span className={styles.screen}>{t('readings.sheetsAbout')}</span>}
      actions={
        <>
          <PurposeChoice />
          <Button type="primary" disabled={!query.data} onClick={() => window.print()}>
            {t('readings.print')}
          </Button>
        </>
      }
    >
      <div className={`row ${styles.screen}`}>
        <DivisionBox
          label={t('readings.village')}
          homes
          value={division}
          onChange={(code) => void navigate({ search: { division: code } })}
        />
      </div>
      {division ? (
        <Loaded
          query={query}
          skeleton={<Skeleton lines={10} height={30} />}
          empty={{
            when: (data) => data.pages.every(({ items }) => items.length === 0),
            show: (
              <Card>
                <Nothing title={t('readings.nobody')}>{t('readings.nobodyWhy')}</Nothing>
              </Card>
            ),
          }}
        >
          {(data) => (
            <>
              {data.pages
                .flatMap(({ items }) => items)
                .map((one) => (
                  <Sheet key={one.orderId} work={one} />
                ))}
              <div className={styles.screen}>
                <More query={query} />
              </div>
            </>
          )}
        </Loaded>
      ) : (
        <Card>
          <Nothing title={t('readings.villageNeeded')}>{t('readings.sheetsAbout')}</Nothing>
        </Card>
      )}
    </Page>
  )
}

const entryOf = (orderId: string) => `${location.origin}/isolation/readings/${orderId}?enter=paper`

function Sheet({ work }: { work: Work }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const from = dayOf(work.startsAt)
  const days = Array.from({ length: SHEET_DAYS }, (_, nth) => moveDay(from, nth)).filter((day) => day <= work.lastDay)
  const slots = slotsOf(work)
  return (
    <article className={styles.sheet}>
      <div className={styles.head}>
        <div>
          <div className={styles.title}>{t('readings.sheetTitle')}</div>
          <div className={styles.who}>
            {work.person?.name ?? t('readings.unnamed')} · {divisionName(work.division)} {work.block} {work.door}
          </div>
          <div className="small">{t('readings.sheetDays', { from, till: work.lastDay })}</div>
        </div>
        <QrCode text={entryOf(work.orderId)} label={t('readings.enter')} size={72} />
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('readings.day')}</th>
            {slots.map((slot) => (
              <th key={slot} scope="col">
                {t(`readings.slot.${slot}`)} °C / {t('readings.symptomNumbers')}
              </th>
            ))}
            <th scope="col">{t('readings.signed')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day, nth) => (
            <tr key={day}>
              <th scope="row" className="number">
                {nth + 1} · {day.slice(5)}
              </th>
              {slots.map((slot) => (
                <td key={slot} />
              ))}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">{work.symptoms.map((code, nth) => `${nth + 1} ${symptomWord(code)}`).join(' · ')}</p>
    </article>
  )
}
