import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { type ExposuresSearch, paths } from '../../paths.ts'
import { Choice } from '../../ui/filters.tsx'
import { dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './exposures.module.css'
import { personName } from './names.ts'
import { clustersQuery, profilesQuery } from './queries.ts'

interface TabProps {
  search: ExposuresSearch
  onChange(patch: ExposuresSearch): void
}
const namedDiseases = ['covid-19', 'sars', 'measles', 'chikungunya', 'ebola', 'h5n1'] as const
const scopes = ['small-setting', 'village-or-school', 'township'] as const

export function ClustersTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const disease = search.disease ?? 'covid-19'
  const query = useQuery(clustersQuery(search.area, search.asOf, disease))
  const profiles = useQuery(profilesQuery).data?.items ?? []
  const diseaseName = (code: string) => {
    const known = namedDiseases.find((one) => one === code)
    return known ? t(`exposureWords.disease.${known}`) : code
  }
  const diseases = [...new Set(profiles.map((one) => one.disease))].map((code) => [code, diseaseName(code)] as const)
  const scopeName = (code: string) => {
    const known = scopes.find((one) => one === code)
    return known ? t(`clusters.scope.${known}`) : code
  }
  const profileName = (code: string) => profiles.find((one) => one.code === code)?.[language()] ?? code
  return (
    <Card
      title={t('exposures.tab.clusters')}
      extra={
        <Choice
          label={t('clusters.disease')}
          value={disease}
          any={t('clusters.disease')}
          options={diseases}
          onChange={(wanted) => onChange({ disease: wanted === 'covid-19' ? undefined : wanted })}
        />
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={6} />} empty="never">
        {({ items, rules, profile }) => (
          <div className="stack">
            {rules.length === 0 && <p>{t('clusters.noRule')}</p>}
            {rules.map(({ cases, days, scope }) => (
              <p key={scope} className="muted">
                {t('clusters.rule', { profile: profileName(profile), cases, days, scope: scopeName(scope) })}
              </p>
            ))}
            {items.length === 0 && <Nothing title={t('clusters.none')}>{t('clusters.noneWhy')}</Nothing>}
            <div className={styles.clusters}>
              {items.map((cluster) => (
                <section key={`${cluster.scope} ${cluster.persons[0]?.id}`} className={styles.ground}>
                  <h3>
                    {cluster.division ? divisionName(cluster.division) : scopeName(cluster.scope)}{' '}
                    <Tag tone="alarm">{t('clusters.cases', { count: cluster.cases })}</Tag>
                  </h3>
                  <p className="small number">
                    {t('clusters.span', { from: dayOf(cluster.firstOnset), till: dayOf(cluster.lastOnset) })}
                  </p>
                  <ul>
                    {cluster.persons.map((person) => (
                      <li key={person.id}>
                        <Way {...paths.personExposures(person.id)}>{personName(t, person)}</Way>{' '}
                        <span className="muted small">{person.division && divisionName(person.division)}</span>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          </div>
        )}
      </Loaded>
    </Card>
  )
}
