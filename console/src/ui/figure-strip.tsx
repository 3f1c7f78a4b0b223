import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { catalogueQuery, tableQuery } from '../pages/figures/queries.ts'
import { nameOf, numberOf } from '../pages/figures/words.ts'
import type { FigureSearch } from '../paths.ts'
import { may, meQuery } from '../session.ts'
import { useCountyMoment } from './county-moment.tsx'
import type { FigureName } from './figure-link.tsx'
import { Figures, Figure as Shown } from './figures.tsx'

interface StripProps extends FigureSearch {
  figures: readonly FigureName[]
}

/** Figures of the catalogue above the records that they count, each leading to what it means; nothing for whoever may not read them. */
export function FigureStrip({ figures, area, asOf }: StripProps) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const livesAt = useCountyMoment()
  const moment = asOf ?? livesAt ?? undefined
  const mayRead = may(me, 'reporting.figure.table')
  const catalogue = useQuery({ ...catalogueQuery, enabled: mayRead }).data?.items ?? []
  const table = useQuery({ ...tableQuery({ figures: figures.join(','), area, asOf: moment }), enabled: mayRead }).data
  if (!mayRead) return null
  return (
    <Figures label={t('figures.ofPage')}>
      {figures.map((name) => {
        const figure = catalogue.find((one) => one.name === name)
        const counted = table?.items.find((one) => one.figure === name)
        return (
          <Shown
            key={name}
            name={figure ? nameOf(figure) : '…'}
            text={counted && numberOf(counted.value, figure)}
            of={{ figure: name, area, asOf: moment }}
          />
        )
      })}
    </Figures>
  )
}
