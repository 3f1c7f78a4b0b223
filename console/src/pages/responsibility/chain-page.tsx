import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { type Chain, chainQuery, useRuleWords } from './queries.ts'
import styles from './responsibility.module.css'

const route = getRouteApi('/desk/responsibility/households/$householdId')
type ChainPost = Chain['beside'][number]

function Who({ post }: { post: ChainPost }) {
  const { t } = useTranslation()
  const { kindName } = useRuleWords()
  return (
    <li className={styles.who}>
      <Link {...paths.gridPost(post.postId)}>{post.title}</Link>
      <span>
        {post.holder === null ? (
          <Tag tone="alarm">{t('responsibility.vacantPost')}</Tag>
        ) : (
          <b>{post.holderName ?? t('responsibility.somebody')}</b>
        )}{' '}
        {post.phone && <span className="number">{post.phone}</span>}
      </span>
      <span className="muted small">{kindName(post.kind)}</span>
    </li>
  )
}

interface LevelBoxProps {
  title: string
  posts: readonly ChainPost[]
  isLacking: boolean
}

function LevelBox({ title, posts, isLacking }: LevelBoxProps) {
  const { t } = useTranslation()
  return (
    <section className={styles.level} data-lacking={isLacking}>
      <h2>{title}</h2>
      {posts.length === 0 && <Tag tone="alarm">{t('responsibility.nobody')}</Tag>}
      <ul>
        {posts.map((post) => (
          <Who key={post.postId} post={post} />
        ))}
      </ul>
    </section>
  )
}

/** One household, and the people who answer for it from the county down to the door. */
export default function ChainPage() {
  const { t } = useTranslation()
  const { householdId } = route.useParams()
  const { header } = usePurpose()
  const divisionName = useDivisionName()
  const query = useQuery(chainQuery(householdId, header))
  const chain = query.data
  return (
    <Page
      title={t('gridChain.title')}
      about={
        chain ? (
          <span className="row">
            <span>
              {divisionName(chain.division.slice(0, 9))} {divisionName(chain.division)}
            </span>
            {chain.lacking.length === 0 ? (
              <Tag tone="ok">{t('gridChain.full')}</Tag>
            ) : (
              <Tag tone="alarm">
                {t('gridChain.lacking', {
                  levels: chain.lacking.map((level) => t(`responsibility.level.${level}`)).join('、'),
                })}
              </Tag>
            )}
          </span>
        ) : (
          t('gridChain.about')
        )
      }
      above={<Link {...paths.responsibility({ area: chain?.division })}>‹ {t('responsibility.title')}</Link>}
      actions={
        <>
          <PurposeChoice />
          <Link {...paths.household(householdId)}>{t('gridChain.toHousehold')}</Link>
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={5} height={40} />} empty="never">
        {(data) => (
          <div className={styles.levels}>
            {data.levels.map(({ level, posts }) => (
              <LevelBox
                key={level}
                title={t(`responsibility.level.${level}`)}
                posts={posts}
                isLacking={data.lacking.includes(level)}
              />
            ))}
            {data.beside.length > 0 && (
              <LevelBox title={t('responsibility.beside')} posts={data.beside} isLacking={false} />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}
