import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime, dayOf } from '../../ui/format.ts'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { personName } from './names.ts'
import {
  type ContactFact,
  exposurePlacesQuery,
  type IllnessFact,
  type PersonFacts,
  type StayFact,
  type TravelFact,
} from './queries.ts'
import type { Voided } from './void-dialog.tsx'
import { useWhereaboutsName } from './whereabouts.ts'

interface Act {
  onCorrect(fact: Voided): void
  onVoid(fact: Voided): void
}

export function useFactColumns({ others }: PersonFacts, { onCorrect, onVoid }: Act) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const whereabouts = useWhereaboutsName()
  const places = useQuery(exposurePlacesQuery).data?.items ?? []
  const placeName = (key: string) => places.find((place) => place.key === key)?.[language()] ?? key
  const time = (at: string | null, isEstimated: boolean) =>
    at && (
      <time className="number">
        {isEstimated && `${t('facts.estimated')} `}
        {dateTime(at)}
      </time>
    )
  const ends = <Fact extends { corrects: string | null; learnedFrom: TravelFact['learnedFrom'] }>(
    toVoided: (fact: Fact) => Voided,
  ): Column<Fact>[] => [
    {
      key: 'source',
      title: t('facts.learnedFrom'),
      cell: (fact) => (
        <span className="row">
          {t(`exposureWords.source.${fact.learnedFrom}`)}
          {fact.corrects && <Tag tone="brand">{t('facts.corrected')}</Tag>}
        </span>
      ),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (fact) => (
        <span className="row">
          <button type="button" className="plain-button" onClick={() => onCorrect(toVoided(fact))}>
            {t('facts.correct')}
          </button>
          <button type="button" className="plain-button" onClick={() => onVoid(toVoided(fact))}>
            {t('facts.void')}
          </button>
        </span>
      ),
    },
  ]
  const travel: Column<TravelFact>[] = [
    {
      key: 'way',
      title: t('facts.from'),
      phone: 'heading',
      cell: ({ from, via, to }) => [from, ...via, to].map((where) => whereabouts(where)).join(' → '),
    },
    { key: 'left', title: t('facts.leftAt'), cell: (fact) => time(fact.leftAt, fact.leftEstimated) },
    { key: 'arrived', title: t('facts.arrivedAt'), cell: (fact) => time(fact.arrivedAt, fact.arrivedEstimated) },
    {
      key: 'means',
      title: t('facts.means'),
      cell: ({ means, service, plate }) => `${t(`exposureWords.means.${means}`)} ${service ?? plate ?? ''}`,
    },
    ...ends<TravelFact>((fact) => ({ kind: 'travel', fact })),
  ]
  /** From a contact to an order that rests on it. */
  const isolating = (): Column<ContactFact>[] =>
    may(me, 'isolation.proposal.make')
      ? [
          {
            key: 'isolate',
            title: t('isolation.title'),
            cell: ({ id: ref, with: person, lastAt }) =>
              person && (
                <Link {...paths.newOrder({ person, source: 'exposure', ref, anchor: dayOf(lastAt) })}>
                  {t('isolation.toOrder')}
                </Link>
              ),
          },
        ]
      : []
  const contacts: Column<ContactFact>[] = [
    {
      key: 'with',
      title: t('facts.with'),
      phone: 'heading',
      cell: ({ with: other, gathering }) => {
        if (gathering) return gathering.name
        const person = others.find(({ id }) => id === other)
        if (!person) return '—'
        return person.visible ? (
          <Way {...paths.personExposures(person.id)}>{personName(t, person)}</Way>
        ) : (
          personName(t, person)
        )
      },
    },
    { key: 'first', title: t('facts.firstAt'), cell: (fact) => time(fact.firstAt, fact.firstEstimated) },
    { key: 'last', title: t('facts.lastAt'), cell: (fact) => time(fact.lastAt, fact.lastEstimated) },
    {
      key: 'kind',
      title: t('facts.kind'),
      cell: ({ kind, relation }) => `${t(`exposureWords.kind.${kind}`)} · ${t(`exposureWords.relation.${relation}`)}`,
    },
    {
      key: 'protection',
      title: t('facts.protection'),
      cell: (fact) => t(`exposureWords.protection.${fact.protection}`),
    },
    ...isolating(),
    ...ends<ContactFact>((fact) => ({ kind: 'contacts', fact })),
  ]
  const stays: Column<StayFact>[] = [
    {
      key: 'place',
      title: t('facts.place'),
      phone: 'heading',
      cell: ({ key, lon, lat }) =>
        key ? placeName(key) : t('facts.onPoint', { lon: (lon ?? 0).toFixed(4), lat: (lat ?? 0).toFixed(4) }),
    },
    { key: 'arrived', title: t('facts.arrivedAt'), cell: (fact) => time(fact.arrivedAt, fact.arrivedEstimated) },
    { key: 'left', title: t('facts.leftAt'), cell: (fact) => time(fact.leftAt, fact.leftEstimated) },
    {
      key: 'within',
      title: t('definitions.exposurePlaces'),
      cell: ({ within }) =>
        within.map(({ key, distanceM }) => (
          <Tag key={key} tone="caution">
            {t('facts.within', { place: placeName(key), metres: distanceM })}
          </Tag>
        )),
    },
    ...ends<StayFact>((fact) => ({ kind: 'stays', fact })),
  ]
  const illness: Column<IllnessFact>[] = [
    {
      key: 'onset',
      title: t('facts.onset'),
      phone: 'heading',
      cell: (fact) => time(fact.onsetAt, fact.onsetEstimated),
    },
    {
      key: 'state',
      title: t('facts.state'),
      cell: ({ state }) => (
        <Tag tone={state === 'confirmed' ? 'alarm' : 'caution'}>{t(`exposureWords.state.${state}`)}</Tag>
      ),
    },
    ...ends<IllnessFact>((fact) => ({ kind: 'illness', fact })),
  ]
  return { travel, contacts, stays, illness }
}
