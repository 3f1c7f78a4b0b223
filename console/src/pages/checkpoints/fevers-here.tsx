import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dateTime, temperature } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './checkpoint.module.css'
import { handOversQuery } from './queries.ts'

export function FeversHere({ checkpointId }: { checkpointId: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(handOversQuery('open'))
  const here = query.data?.pages.flatMap((page) => page.items).filter((row) => row.checkpointId === checkpointId) ?? []
  return (
    <Card title={t('checkpoint.openFevers')} extra={<Link {...paths.handOvers()}>{t('checkpoint.allFevers')}</Link>}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={2} />}
        empty={{
          when: () => here.length === 0,
          show: (
            <p>
              <Tag tone="ok">{t('checkpoint.noOpenFevers')}</Tag>
            </p>
          ),
        }}
      >
        {() => (
          <ul className={styles.list}>
            {here.map((row) => (
              <li key={row.id}>
                <span className="row">
                  <Tag tone="alarm">{t('handOvers.waiting')}</Tag>
                  <b className="number">{temperature(row.temperatureC)}</b>
                </span>
                <time className="muted small number">{dateTime(row.openedAt)}</time>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
