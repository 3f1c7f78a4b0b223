import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { relationName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import styles from './people.module.css'
import type { Found, Pair } from './queries.ts'

/** One of two records: masked, with the home it stands in. */
export function Side({ found: { person, home } }: { found: Found }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  if (!person.visible) return <p className="muted">{t('alike.beyond')}</p>
  return (
    <div className={styles.side}>
      <b>
        <Way {...paths.person(person.id)}>{person.name ?? t('people.unnamed')}</Way>
      </b>
      <span className="number">{person.document ?? <span className="muted">{t('words.documentKind.none')}</span>}</span>
      <span className="number">{person.phone}</span>
      <span className="small">
        {home ? (
          <Link {...paths.household(home.householdId)}>
            {divisionName(home.division)} {home.block} · {relationName(t, home.relation)}
          </Link>
        ) : (
          <span className="muted">{t('people.noHome')}</span>
        )}
      </span>
    </div>
  )
}

const fields = ['name', 'sound', 'document', 'birthday', 'phone'] as const

/** What the two have in common, without showing what it is. */
export function SameTags({ same }: { same: Pair['same'] }) {
  const { t } = useTranslation()
  const shown = fields.filter((field) => !(field === 'sound' && same.name === true))
  return (
    <ul className={styles.same}>
      {shown.map((field) => (
        <li key={field}>
          <Tag tone={same[field] === null ? 'plain' : same[field] ? 'ok' : 'caution'}>
            {t(`alike.field.${field}`)}{' '}
            {same[field] === null ? t('alike.missing') : same[field] ? t('alike.same') : t('alike.different')}
          </Tag>
        </li>
      ))}
    </ul>
  )
}
