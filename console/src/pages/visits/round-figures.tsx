import { useTranslation } from 'react-i18next'
import { paths, type VisitsSearch } from '../../paths.ts'
import { Figure, Figures } from '../../ui/figures.tsx'
import { doneOf, notMetOf, percentOf, toVisitOf } from './counted.ts'
import type { Progress } from './queries.ts'

interface RoundFiguresProps {
  progress: Progress
  search: VisitsSearch
  mayListDoors: boolean
}
/** Every number leads to the doors it counts. Doors are listed as they stand now, so a number of the past leads nowhere. */
export function RoundFigures({ progress, search, mayListDoors }: RoundFiguresProps) {
  const { t } = useTranslation()
  const { total } = progress
  const done = doneOf(total)
  const doors = (view: NonNullable<VisitsSearch['view']>) =>
    search.asOf || !mayListDoors ? undefined : paths.visits({ ...search, view })
  const { area, asOf } = search
  return (
    <Figures label={t('visits.view.progress')}>
      <Figure
        name={t('visits.households')}
        value={total.households}
        of={{ figure: 'households-to-visit', area, asOf }}
        to={doors('all')}
      />
      <Figure
        name={t('visits.done')}
        value={done}
        of={{ figure: 'households-visited', area, asOf }}
        tone="ok"
        note={`${percentOf(done, total.households)}%`}
        to={doors('done')}
      />
      <Figure name={t('visits.met')} value={total.met} to={doors('met')} />
      <Figure name={t('visits.phone')} value={total.phone} to={doors('phone')} />
      <Figure name={t('visits.sealed')} value={total.sealed} to={doors('sealed')} />
      <Figure
        name={t('visits.notMet')}
        value={notMetOf(total)}
        tone="caution"
        of={{ figure: 'households-not-met', area, asOf }}
        to={doors('not-met')}
      />
      <Figure
        name={t('visits.refused')}
        value={total.refused}
        tone="alarm"
        of={{ figure: 'households-refused', area, asOf }}
        to={doors('refused')}
      />
      <Figure name={t('visits.toVisit')} value={toVisitOf(total)} to={doors('to-visit')} />
    </Figures>
  )
}
