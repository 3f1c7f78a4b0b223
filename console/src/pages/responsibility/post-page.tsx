import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { PostDuties } from './post-duties.tsx'
import { PostHistory } from './post-history.tsx'
import { PostHouseholds } from './post-households.tsx'
import { PostLink, StateTags } from './posts.tsx'
import { type PostDetails, postQuery, useRuleWords } from './queries.ts'
import styles from './responsibility.module.css'

const SeatDialog = lazy(() => import('./seat-dialog.tsx').then((module) => ({ default: module.SeatDialog })))
const LeaveDialogs = lazy(() => import('./leave-dialogs.tsx').then((module) => ({ default: module.LeaveDialogs })))

const route = getRouteApi('/desk/responsibility/posts/$postId')

function Facts({ post }: { post: PostDetails }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const { kindName } = useRuleWords()
  const { households, usual, most } = post
  return (
    <dl className={styles.facts}>
      <dt>{t('gridPost.kind')}</dt>
      <dd>{kindName(post.kind)}</dd>
      <dt>{t('gridPost.division')}</dt>
      <dd>{divisionName(post.division)}</dd>
      <dt>{t('gridPost.holder')}</dt>
      <dd>
        {post.holder ? (
          <>
            {post.holderName ?? t('responsibility.somebody')}
            {post.seatedAt && <span className="muted small number"> {dateTime(post.seatedAt)}</span>}
          </>
        ) : (
          <Tag tone="alarm">{t('responsibility.vacantPost')}</Tag>
        )}
      </dd>
      <dt>{t('gridPost.state')}</dt>
      <dd>
        <StateTags states={post.states} />
      </dd>
      {households !== null && (
        <>
          <dt>{t('gridPost.load')}</dt>
          <dd>{most && usual ? t('gridPost.loadOf', { count: households, usual, most }) : households}</dd>
        </>
      )}
      <dt>{t('gridPost.lastSign')}</dt>
      <dd>
        {post.lastSignAt ? (
          <time className="number">{dateTime(post.lastSignAt)}</time>
        ) : (
          <span className="muted">{t('gridPost.neverSigned')}</span>
        )}
      </dd>
      {post.above.length > 0 && (
        <>
          <dt>{t('gridPost.above')}</dt>
          <dd className={styles.list}>
            {post.above.map((one) => (
              <PostLink key={one.postId} post={one} />
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

type Asking = 'seat' | 'vacate' | 'close'

/** One seat of the grid: who sits there, who sat there before, and the doors it answers for. */
export default function PostPage() {
  const { t } = useTranslation()
  const { postId } = route.useParams()
  const me = useQuery(meQuery).data
  const query = useQuery(postQuery(postId))
  const [asking, setAsking] = useState<Asking | null>(null)
  const post = query.data
  const isOpen = post?.closedAt === null
  return (
    <Page
      title={post?.title ?? t('gridPost.title')}
      above={
        <Link {...paths.responsibility({ view: 'posts', area: post?.division })}>
          ‹ {t('responsibility.view.posts')}
        </Link>
      }
      about={
        post && (
          <span className="row">
            <span>
              {t('gridPost.opened')} <time className="number">{dateTime(post.openedAt)}</time>
            </span>
            {post.closedAt && (
              <Tag tone="caution">
                {t('gridPost.closed')} {dateTime(post.closedAt)}
              </Tag>
            )}
            {post.teams > 0 && <span>{t('gridPost.teams', { count: post.teams })}</span>}
          </span>
        )
      }
      actions={
        <>
          <PurposeChoice />
          {isOpen && may(me, 'responsibility.post.seat') && (
            <>
              <Button type="primary" onClick={() => setAsking('seat')}>
                {t('gridPost.seat')}
              </Button>
              {post.holder && <Button onClick={() => setAsking('vacate')}>{t('gridPost.vacate')}</Button>}
            </>
          )}
          {post && may(me, 'responsibility.post.hand-over') && (
            <Link {...paths.handOverSheet(postId)}>{t('gridPost.sheet')}</Link>
          )}
          {isOpen && may(me, 'responsibility.post.close') && (
            <Button danger onClick={() => setAsking('close')}>
              {t('gridPost.close')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} height={22} />} empty="never">
        {(data) => (
          <>
            <div className={styles.columns}>
              <Card label={t('gridPost.title')}>
                <Facts post={data} />
              </Card>
              <PostHistory postId={postId} />
            </div>
            <PostDuties post={data} />
            <PostHouseholds post={data} />
            <Suspense>
              {asking === 'seat' && <SeatDialog post={data} onClose={() => setAsking(null)} />}
              {(asking === 'vacate' || asking === 'close') && (
                <LeaveDialogs post={data} asking={asking} onClose={() => setAsking(null)} />
              )}
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  )
}
