import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { dayOf, fromLocalInput, number } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { shownQuery, touchesPublicity } from './queries.ts'

/** What residents see of the county's figures. The first day is shown by hand, each later one at eight by itself. */
export function ShownFigures() {
  const { t, i18n } = useTranslation()
  const query = useQuery(shownQuery)
  const me = useQuery(meQuery).data
  const now = new Date(useCountyMoment() ?? Date.now())
  const show = useOperation((asOf: string) => answer(api.POST('/shown-figures', { body: { id: newId(), asOf } })), {
    touches: touchesPublicity,
  })
  if (!query.data) return null
  const { shown } = query.data
  const eight = fromLocalInput(`${dayOf(now)}T08:00`)
  const asOf = Date.parse(eight) <= now.getTime() ? eight : now.toISOString()
  const isShown = shown?.asOf.slice(0, 10) === dayOf(now)
  const lang = i18n.language.startsWith('en') ? 'en' : 'zh'
  return (
    <Card title={t('publicity.shown')}>
      <p className="muted">{shown ? t('publicity.shownAsOf', { at: shown.asOf }) : t('publicity.shownNever')}</p>
      {shown && (
        <p>
          {shown.county.map((one) => `${one[lang]} ${number(one.value)}`).join(' · ')}
          {shown.breakdown.rows === null && ` · ${t('publicity.notBrokenDown')}`}
        </p>
      )}
      {show.refusal ? <ProblemNotice error={show.refusal} /> : null}
      {may(me, 'publicity.figures.show') && !isShown && (
        <Button loading={show.busy} onClick={() => show.send(asOf)}>
          {t('publicity.showFigures', { day: dayOf(now) })}
        </Button>
      )}
    </Card>
  )
}
