import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dayOf, timeOfDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Skeleton } from '../../ui/page.tsx'
import styles from './kitchen.module.css'
import { Plates } from './meals-view.tsx'
import { needsName } from './names.ts'
import { type DayMeal, type MealSheet, mealsQuery } from './queries.ts'

const route = getRouteApi('/desk/sites/$siteId/kitchen')

function MealPart({ sheet, meal }: { sheet: MealSheet; meal: DayMeal }) {
  const { t } = useTranslation()
  const doors = sheet.rooms.filter((one) => one.meal === meal.meal)
  return (
    <section className={styles.kitchenMeal}>
      <h2>
        {t(`sites.meal.${meal.meal}`)} {timeOfDay(meal.at)} · {t('sites.portionsOf', { count: meal.persons })}
      </h2>
      <Plates meal={meal} />
      <table>
        <caption className="visually-hidden">{t('sites.doors')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sites.room')}</th>
            <th scope="col">{t('sites.needs')}</th>
            <th scope="col">{t('sites.brought')}</th>
          </tr>
        </thead>
        <tbody>
          {doors.flatMap(({ room, plates }) =>
            plates.map(({ needs, count }) => (
              <tr key={`${room} ${needs.join()}`}>
                <th scope="row">{room}</th>
                <td>{needsName(t, needs) + (count > 1 ? ` × ${count}` : '')}</td>
                <td aria-hidden="true">□</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}

/** One sheet of paper a day for the kitchen and whoever carries: dishes and doors, nobody's name. */
export default function KitchenPage() {
  const { t } = useTranslation()
  const { siteId } = route.useParams()
  const { day = dayOf(new Date()) } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(mealsQuery(siteId, day))
  return (
    <Page
      title={t('sites.sheet')}
      above={<Link {...paths.site(siteId, { view: 'meals' })}>‹ {query.data?.siteName ?? t('sites.title')}</Link>}
      about={t('sites.sheetAbout')}
      actions={
        <>
          <input
            type="date"
            className={styles.day}
            aria-label={t('day.pick')}
            value={day}
            onChange={(event) => event.target.value && void navigate({ search: { day: event.target.value } })}
          />
          <Button type="primary" disabled={!query.data} onClick={() => window.print()}>
            {t('sites.print')}
          </Button>
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={10} height={24} />} empty="never">
        {(sheet) => (
          <article className={styles.paper}>
            <header>
              <b>{sheet.siteName}</b> <span className="number">{sheet.day}</span>
            </header>
            {sheet.meals.map((meal) => (
              <MealPart key={meal.meal} sheet={sheet} meal={meal} />
            ))}
          </article>
        )}
      </Loaded>
    </Page>
  )
}
