import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { usePurpose } from '../../ui/purpose.tsx'
import styles from './people.module.css'
import { alikeQuery } from './queries.ts'
import { SameTags, Side } from './side.tsx'

/** Those who may stand in the county's lists twice, the latest first; each waits for somebody who knows. */
export function AlikeView() {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(alikeQuery(header))
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={6} height={48} />}
      empty={{
        when: (data) => data.pages.every((page) => page.items.length === 0),
        show: (
          <Card>
            <Nothing title={t('alike.none')}>{t('alike.noneWhy')}</Nothing>
          </Card>
        ),
      }}
    >
      {(data) => (
        <div className={styles.pairs}>
          {data.pages
            .flatMap((page) => page.items)
            .map((pair) => (
              <Card key={`${pair.one.person.id} ${pair.other.person.id}`}>
                <div className={styles.pair}>
                  <Side found={pair.one} />
                  <SameTags same={pair.same} />
                  <Side found={pair.other} />
                  <div className={styles.pairFoot}>
                    <span className="muted small">
                      {pair.notedAt && t('alike.noted', { at: dateTime(pair.notedAt) })}
                    </span>
                    <Link {...paths.compare({ one: pair.one.person.id, other: pair.other.person.id })}>
                      {t('person.compare')} ›
                    </Link>
                  </div>
                </div>
              </Card>
            ))}
          <More query={query} />
        </div>
      )}
    </Loaded>
  )
}
