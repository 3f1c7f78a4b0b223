import { Link } from '@tanstack/react-router'
import { Button, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { dayOf, timeOfDay } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { needsName } from './names.ts'
import type { Board, DayMeal } from './queries.ts'
import styles from './sites.module.css'

interface DeliverProps {
  board: Board
  meal: DayMeal
  onClose(): void
}
function DeliverDialog({ board, meal, onClose }: DeliverProps) {
  const { t } = useTranslation()
  const day = dayOf(board.asOf)
  return (
    <FactDialog<{ portions: number }>
      name="deliver"
      title={`${day} ${t(`sites.meal.${meal.meal}`)}`}
      verb={t('sites.deliver')}
      initial={{ portions: meal.persons }}
      send={(said) =>
        answer(
          api.POST('/sites/{siteId}/meals', {
            params: { path: { siteId: board.site.id } },
            body: { ...said, day, meal: meal.meal },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="portions"
        label={t('sites.portions')}
        rules={[{ required: true, message: t('sites.fieldNeeded') }]}
      >
        <InputNumber min={0} max={5000} precision={0} />
      </Form.Item>
    </FactDialog>
  )
}

/** How many of which dish, meal by meal; one line for each combination of needs. */
export function Plates({ meal }: { meal: DayMeal }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.plates}>
      {meal.plates.map(({ needs, count }) => (
        <li key={needs.join()}>
          <span>{needsName(t, needs)}</span>
          <b className="number">{count}</b>
        </li>
      ))}
    </ul>
  )
}

/** The meals of the day that is shown, and whether they went out. */
export function MealsView({ board }: { board: Board }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<DayMeal | null>(null)
  const day = dayOf(board.asOf)
  return (
    <Card
      title={t('sites.mealsOn', { day })}
      extra={<Link {...paths.kitchen(board.site.id, { day })}>{t('sites.sheet')}</Link>}
    >
      <div className={styles.meals}>
        {board.meals.map((meal) => (
          <section key={meal.meal} className={styles.meal} aria-label={t(`sites.meal.${meal.meal}`)}>
            <h3>
              {t(`sites.meal.${meal.meal}`)} <span className="muted number">{timeOfDay(meal.at)}</span>
            </h3>
            <p className={styles.mealCount}>{t('sites.portionsOf', { count: meal.persons })}</p>
            <Plates meal={meal} />
            {meal.delivered === null ? (
              <Button size="small" onClick={() => setAsking(meal)}>
                {t('sites.deliver')}
              </Button>
            ) : (
              <Tag tone={meal.delivered >= meal.persons ? 'ok' : 'caution'}>
                {t('sites.delivered', { count: meal.delivered })}
              </Tag>
            )}
          </section>
        ))}
      </div>
      {asking && <DeliverDialog board={board} meal={asking} onClose={() => setAsking(null)} />}
    </Card>
  )
}
