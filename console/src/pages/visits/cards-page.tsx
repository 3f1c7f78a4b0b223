import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { type CardsSearch, paths } from '../../paths.ts'
import { Choice, SearchBox, Views } from '../../ui/filters.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { DivisionBox } from '../people/division-box.tsx'
import type { PurposeHeader } from '../people/queries.ts'
import styles from './cards.module.css'
import { PaperCard, PaperRows } from './paper.tsx'
import { roundsQuery, said } from './queries.ts'

const route = getRouteApi('/desk/visits/cards')
type Layout = NonNullable<CardsSearch['layout']>

interface Asked extends CardsSearch {
  roundId: string | undefined
}
/** Asking gives numbers out, so it is asked once and not again behind the reader's back. */
function useCards({ roundId = '', division = '', block, state = 'all' }: Asked, header: PurposeHeader) {
  return useInfiniteQuery({
    queryKey: ['visit-cards', roundId, division, block ?? '', state, header],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.POST('/visits/rounds/{roundId}/cards', {
          params: { header, path: { roundId } },
          body: { division, block: block ?? null, state, after, limit: 60 },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined && roundId !== '' && division.length === 12,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

/** Cards for a village, a stairwell or those who were out, ready for A4. */
export default function CardsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { header } = usePurpose()
  const rounds = useQuery(roundsQuery)
  const running = (rounds.data?.items ?? []).filter(({ endedAt }) => endedAt === null)
  const roundId = search.round ?? running[0]?.id
  const query = useCards({ ...search, roundId }, header)
  const { layout = 'card', division } = search
  const go = (patch: CardsSearch) => void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  return (
    <Page
      title={t('cards.title')}
      above={<Link {...paths.visits()}>‹ {t('visits.title')}</Link>}
      about={<span className={styles.screen}>{t('cards.about')}</span>}
      actions={
        <>
          <PurposeChoice />
          <Button type="primary" disabled={!query.data} onClick={() => window.print()}>
            {t('cards.print')}
          </Button>
        </>
      }
    >
      <div className={`row ${styles.screen}`}>
        <Choice
          label={t('cards.round')}
          value={search.round}
          any={running[0]?.title ?? t('cards.round')}
          options={running.slice(1).map(({ id, title }) => [id, title] as const)}
          onChange={(round) => go({ round })}
        />
        <DivisionBox
          label={t('cards.village')}
          homes
          value={division}
          onChange={(code) => go({ division: code, block: undefined })}
        />
        <SearchBox
          label={t('cards.block')}
          value={search.block ?? ''}
          onChange={(block) => go({ block: block || undefined })}
        />
        <Choice
          label={t('cards.which')}
          value={search.state === 'all' ? undefined : search.state}
          any={t('cards.every')}
          options={[
            ['to-visit', t('cards.toVisit')],
            ['not-met', t('cards.notMet')],
          ]}
          onChange={(state) => go({ state: state === 'to-visit' || state === 'not-met' ? state : undefined })}
        />
        <Views<Layout>
          label={t('cards.layoutLabel')}
          value={layout}
          options={[
            ['card', t('cards.layout.card')],
            ['row', t('cards.layout.row')],
          ]}
          onChange={(wanted) => go({ layout: wanted === 'card' ? undefined : wanted })}
        />
      </div>
      {rounds.data && roundId === undefined ? (
        <Card>
          <Nothing title={t('cards.noRound')}>{t('visits.noRoundsWhy')}</Nothing>
        </Card>
      ) : !division ? (
        <Card>
          <Nothing title={t('cards.villageNeeded')}>{t('cards.villageNeededWhy')}</Nothing>
        </Card>
      ) : (
        <Loaded
          query={query}
          skeleton={<Skeleton lines={10} height={30} />}
          empty={{
            when: (data) => data.pages.every(({ items }) => items.length === 0),
            show: <Nothing title={t('cards.none')} />,
          }}
        >
          {(data) => {
            const cards = data.pages.flatMap(({ items }) => items)
            const questionnaire = data.pages[0]?.questionnaire
            if (!questionnaire) return null
            const words = { name: said(questionnaire), version: questionnaire.version }
            return (
              <>
                <p className={`small muted ${styles.screen}`}>
                  {t('cards.count', { count: cards.length })} · {t('cards.version', words)}
                </p>
                <div className={styles.paper}>
                  {layout === 'card' ? (
                    cards.map((card) => <PaperCard key={card.code} card={card} questionnaire={questionnaire} />)
                  ) : (
                    <PaperRows cards={cards} questionnaire={questionnaire} />
                  )}
                </div>
                <div className={styles.screen}>
                  <More query={query} />
                </div>
              </>
            )
          }}
        </Loaded>
      )}
    </Page>
  )
}
