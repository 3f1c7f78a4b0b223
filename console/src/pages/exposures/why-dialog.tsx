import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { clauseText } from './conditions.ts'
import styles from './exposures.module.css'
import { categoryName, categoryNameOf, personName } from './names.ts'
import { type Category, exposurePlacesQuery, factsQuery, type ListRow, type PersonFacts, whyQuery } from './queries.ts'
import { usePlaceName, useWhereaboutsName } from './whereabouts.ts'

interface WhyDialogProps {
  row: ListRow
  category: Category
  all: readonly Category[]
  asOf: string | undefined
  onClose(): void
}

/** The facts that put somebody on the list, so that anybody can check them. */
export function WhyDialog({ row, category, all, asOf, onClose }: WhyDialogProps) {
  const { t } = useTranslation()
  const query = useQuery(whyQuery(row.person.id, category.code, asOf))
  const places = useQuery(exposurePlacesQuery).data?.items
  const facts = useQuery(factsQuery(row.person.id)).data
  const placeName = usePlaceName()
  const inWords = useFactInWords(facts)
  const words = { t, categories: all, places, placeName }
  return (
    <Modal
      open
      title={t('why.title', { name: personName(t, row.person), category: categoryName(category) })}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      width={560}
    >
      <Loaded query={query} skeleton={<Skeleton lines={5} />} empty="never">
        {(why) => (
          <div className="stack">
            <p>
              <Tag tone={why.member ? 'brand' : 'plain'}>
                {why.member && why.since
                  ? t('why.isIn', { since: dateTime(why.since) })
                  : why.since && why.until
                    ? t('why.wasIn', { since: dateTime(why.since), until: dateTime(why.until) })
                    : t('why.notIn')}
              </Tag>{' '}
              <span className="muted small">{t('why.version', { version: why.version })}</span>
            </p>
            {why.within && (
              <p className="small">
                {t(why.within.since ? 'why.within' : 'why.notWithin', {
                  category: categoryNameOf(all, why.within.code),
                })}
              </p>
            )}
            {why.keptOutBy.map(({ code, since }) => (
              <p key={code} className="small">
                {t('why.keptOut', { since: dateTime(since), category: categoryNameOf(all, code) })}
              </p>
            ))}
            <h3>{t('why.grounds')}</h3>
            {why.grounds.length === 0 && <p className="muted">{t('why.noGrounds')}</p>}
            <ul className={styles.grounds}>
              {why.grounds.map((ground) => (
                <li key={`${ground.factId} ${ground.because}`} className={styles.ground}>
                  <Tag tone="plain">{t(`why.fact.${ground.fact}`)}</Tag>{' '}
                  <time className="number">{dateTime(ground.at)}</time>
                  {inWords(ground.factId) && <p>{inWords(ground.factId)}</p>}
                  <p className="small muted">
                    {clauseText(ground.clause, words)}
                    {ground.fact === 'travel' && ground.because !== ground.factId && ` — ${t('why.earlier')}`}
                  </p>
                </li>
              ))}
            </ul>
            <p>
              <Way {...paths.personExposures(row.person.id)}>{t('why.openFacts')}</Way>
            </p>
          </div>
        )}
      </Loaded>
    </Modal>
  )
}

/** One fact in a line: the way somebody came, whom they met, how far from where they were. */
function useFactInWords(facts: PersonFacts | undefined): (factId: string | null) => string | null {
  const { t } = useTranslation()
  const whereabouts = useWhereaboutsName()
  return (factId) => {
    const journey = facts?.travel.find(({ id }) => id === factId)
    if (journey) return [journey.from, ...journey.via, journey.to].map((where) => whereabouts(where)).join(' → ')
    const contact = facts?.contacts.find(({ id }) => id === factId)
    if (contact) {
      const other = facts?.others.find(({ id }) => id === contact.with)
      const who = contact.gathering?.name ?? (other ? personName(t, other) : t('exposures.beyond'))
      const span = t('facts.fromTo', { from: dateTime(contact.firstAt), till: dateTime(contact.lastAt) })
      return `${who} · ${t(`exposureWords.kind.${contact.kind}`)} · ${span}`
    }
    const stay = facts?.stays.find(({ id }) => id === factId)
    const [nearest] = stay?.within ?? []
    return nearest ? t('definitions.metres', { count: nearest.distanceM }) : null
  }
}
