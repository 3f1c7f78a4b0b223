import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { homeEndName, relationName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import styles from './people.module.css'
import type { Household, Member } from './queries.ts'

export function Earlier({ members }: { members: Member[] }) {
  const { t } = useTranslation()
  if (members.length === 0) return null
  return (
    <Card title={t('household.earlier')}>
      <ul className={styles.lines}>
        {members.map((one) => (
          <li key={one.membershipId}>
            <span>
              <Way {...paths.person(one.person.id)}>{one.person.name ?? t('people.unnamed')}</Way> ·{' '}
              {relationName(t, one.relation)}
            </span>
            <span className="row small">
              <span className="number">
                {one.since} – {one.until}
              </span>
              {one.reason && <Tag>{homeEndName(t, one.reason)}</Tag>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function Dwellings({ household }: { household: Household }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  if (household.dwellings.length < 2) return null
  return (
    <Card title={t('household.dwellings')}>
      <ul className={styles.lines}>
        {household.dwellings.map((one) => (
          <li key={`${one.since} ${one.division} ${one.block}`}>
            <span>
              {divisionName(one.division)} {one.block}
            </span>
            <span className="small number">
              {one.since} – {one.until ?? ''} {one.reason && homeEndName(t, one.reason)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
