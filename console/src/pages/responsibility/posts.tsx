import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Tag } from '../../ui/tag.tsx'
import type { Answering, Level, PostState } from './queries.ts'
import styles from './responsibility.module.css'

const SHOWN = 3

/** A post by its title, whoever sits there; that nobody does is said in red. */
export function PostLink({ post }: { post: Pick<Answering, 'postId' | 'title' | 'holder' | 'holderName'> }) {
  const { t } = useTranslation()
  return (
    <span>
      <Link {...paths.gridPost(post.postId)}>{post.title}</Link>
      {post.holder === null ? (
        <>
          {' '}
          <Tag tone="alarm">{t('responsibility.vacantPost')}</Tag>
        </>
      ) : (
        post.holderName && <span className="muted small"> {post.holderName}</span>
      )}
    </span>
  )
}

export function PostLinks({ posts }: { posts: readonly Answering[] }) {
  const { t } = useTranslation()
  if (posts.length === 0) return <Tag tone="alarm">{t('responsibility.nobody')}</Tag>
  return (
    <span className={styles.posts}>
      {posts.slice(0, SHOWN).map((post) => (
        <PostLink key={post.postId} post={post} />
      ))}
      {posts.length > SHOWN && <span className="muted small">{t('responsibility.more', { count: posts.length })}</span>}
    </span>
  )
}

export function LackingTags({ lacking }: { lacking: readonly Level[] }) {
  const { t } = useTranslation()
  return (
    <span className={styles.posts}>
      {lacking.map((level) => (
        <Tag key={level} tone="alarm">
          {t(`responsibility.level.${level}`)}
        </Tag>
      ))}
    </span>
  )
}

const tones = { vacant: 'alarm', silent: 'caution', overloaded: 'caution' } as const

export function StateTags({ states }: { states: readonly PostState[] }) {
  const { t } = useTranslation()
  if (states.length === 0) return <span className="muted">{t('gridPost.fine')}</span>
  return (
    <span className={styles.posts}>
      {states.map((state) => (
        <Tag key={state} tone={tones[state]}>
          {t(`responsibility.${state}`)}
        </Tag>
      ))}
    </span>
  )
}
