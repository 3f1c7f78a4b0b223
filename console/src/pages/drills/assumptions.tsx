import { useTranslation } from 'react-i18next'
import styles from './drills.module.css'
import { percent } from './percent.ts'
import type { Setting } from './use-drill.ts'

/** What it all rests on, also on paper. */
export function Assumptions({ setting }: { setting: Setting }) {
  const { t } = useTranslation()
  const { disease, start, mixing, finding, observation, measures, county } = setting
  const on = (name: keyof Setting['measures'], said: string) => {
    const { from } = measures[name]
    const what = t(`drills.measures.${name}`)
    return from === null ? t('drills.off', { what }) : t('drills.onFrom', { what, day: from + 1, said })
  }
  const { isolation, screening, closures, checkpoints } = measures
  const lines = [
    t('drills.said.disease', {
      ...{ r: disease.reproduction, k: disease.dispersion, unnoticed: percent(disease.unnoticed) },
      ...{ mean: disease.serialInterval.meanDays, sd: disease.serialInterval.sdDays },
      ...{ incubation: disease.incubation.meanDays, incubationSd: disease.incubation.sdDays },
    }),
    t('drills.said.start', {
      ...{ infected: start.infected, imports: start.importsPerDay, mixing: percent(mixing), delay: finding.delayDays },
    }),
    t('drills.said.care', {
      ...{ contacts: observation.contactsPerCase, days: observation.days, central: percent(observation.centralShare) },
      ...{ care: finding.careDays, homes: county.homesPerTeam },
    }),
    on('isolation', `${percent(isolation.reach)}, ${percent(isolation.effect)}`),
    on('screening', t('drills.dayCount', { count: screening.delayDays })),
    on('closures', percent(closures.effect)),
    on('checkpoints', percent(checkpoints.effect)),
  ]
  return (
    <ul className={styles.said}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
