import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { dateTime, number } from '../../ui/format.ts'
import { Card, Nothing } from '../../ui/page.tsx'
import type { Deed, TopicCard } from './queries.ts'
import styles from './rumours.module.css'

/** How far it goes: a part of fewer than ten is only said to be there. */
export function Parts({ card: { channels, townships, days, alike } }: { card: TopicCard }) {
  const { t } = useTranslation()
  const names = useQuery({
    queryKey: ['places', 'divisions-for-rumours'],
    queryFn: () => answer(api.GET('/places/divisions', { params: { query: { limit: 1000 } } })),
  }).data?.items
  const nameOf = (code: string) => names?.find((one) => one.code === code)?.name ?? code
  const shown = (items: number | null) => (items === null ? t('rumours.some') : number(items))
  const lists = [
    [t('rumours.channel'), channels.map(({ code, items }) => [t(`rumours.channels.${code as 'other'}`), shown(items)])],
    [t('rumours.places'), townships.map(({ code, items }) => [nameOf(code), shown(items)])],
    [t('rumours.days'), days.map(({ day, items }) => [day, number(items)])],
  ] as const
  return (
    <Card title={t('rumours.spread')}>
      <div className="stack">
        {lists.map(([title, rows]) => (
          <section key={title} aria-label={title}>
            <h3 className={styles.small}>{title}</h3>
            <ul className={styles.lines}>
              {rows.map(([name, items]) => (
                <li key={name}>
                  <span>{name}</span>
                  <span className="number muted">{items}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {alike.length > 0 && (
          <section aria-label={t('rumours.alike')}>
            <h3 className={styles.small}>{t('rumours.alike')}</h3>
            <ul className={styles.lines}>
              {alike.map(({ id, title, likeness }) => (
                <li key={id}>
                  <Link {...paths.rumourTopic(id)}>{title ?? t('rumours.untitled')}</Link>
                  <span className="number muted">{Math.round(likeness * 100)}%</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  )
}

/** What one deed says, without its name. */
function wordsOf(t: TFunction, { is, said }: Deed): string {
  const text = (name: string): string => String(said[name] ?? '')
  switch (is) {
    case 'coded':
      return text('title')
    case 'assessed':
      return `${t('rumours.likelihood')} ${text('likelihood')} × ${t('rumours.harm')} ${text('harm')} · ${text('why')}`
    case 'reported':
      return [text('authority'), text('note')].filter(Boolean).join(' · ')
    case 'verified':
      return [
        t(`rumours.verdicts.${said['verdict'] as 'true'}`),
        text('expert'),
        text('reasoning'),
        t('rumours.by', { sources: text('sources') }),
      ].join(' · ')
    case 'answered':
      return Array.isArray(said['channels']) ? said['channels'].join(' · ') : ''
    case 'referred':
      return [
        t(`rumours.matters.${said['matter'] as 'other'}`),
        text('documentNo'),
        text('authority'),
        text('sentOn'),
        text('note'),
      ].join(' · ')
    default:
      return text('why')
  }
}

export function History({ card: { history } }: { card: TopicCard }) {
  const { t } = useTranslation()
  return (
    <Card title={t('rumours.history')}>
      {history.length === 0 ? (
        <Nothing title={t('rumours.noHistory')} />
      ) : (
        <ul className={styles.acts} aria-label={t('rumours.history')}>
          {history.map((one) => (
            <li key={one.id}>
              <span className="number muted">{dateTime(one.at)}</span>
              <b>{t(`rumours.is.${one.is}`)}</b>
              <span>{wordsOf(t, one)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
