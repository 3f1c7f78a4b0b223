import { useInfiniteQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { postsQuery, useRuleWords } from '../responsibility/queries.ts'
import styles from './command.module.css'

interface ItemOfForm<Value> {
  /** As an item of a form it is handed these three. */
  id?: string
  value?: Value
  onChange?(value: Value): void
  label: string
}

/** Posts of a kind, or of any; a county has thousands, and more of them come as the list is walked down. */
function usePosts(label: string) {
  const { t } = useTranslation()
  const { kinds, kindName } = useRuleWords()
  const [kind, setKind] = useState<string>()
  const posts = useInfiniteQuery({ ...postsQuery(kind ? { kind } : {}), retry: false })
  const rows = posts.data?.pages.flatMap(({ items }) => items) ?? []
  return {
    options: rows.map(({ id, title, holderName }) => ({
      value: id,
      label: holderName ? `${title} ${holderName}` : title,
    })),
    more: () => posts.hasNextPage && !posts.isFetchingNextPage && void posts.fetchNextPage(),
    loading: posts.isFetching,
    kindBox: (
      <Select
        aria-label={`${label}:${t('gridPost.kind')}`}
        allowClear
        popupMatchSelectWidth={false}
        value={kind ?? null}
        placeholder={t('gridPost.kind')}
        options={[...kinds.keys()].map((code) => ({ value: code, label: kindName(code) }))}
        onChange={(code: string | null | undefined) => setKind(code ?? undefined)}
      />
    ),
  }
}

/** One of the posts of the county; who sits on it is told with it. */
export function PostBox({ id, value, onChange, label }: ItemOfForm<string>) {
  const { kindBox, more, ...posts } = usePosts(label)
  return (
    <div className={styles.post}>
      {kindBox}
      <Select
        {...posts}
        {...(id ? { id } : {})}
        {...(value ? { value } : {})}
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        onPopupScroll={more}
        onChange={(chosen: string) => onChange?.(chosen)}
      />
    </div>
  )
}

export function PostsBox({ id, value = [], onChange, label }: ItemOfForm<string[]>) {
  const { kindBox, more, ...posts } = usePosts(label)
  return (
    <div className={styles.post}>
      {kindBox}
      <Select
        {...posts}
        {...(id ? { id } : {})}
        mode="multiple"
        value={value}
        aria-label={label}
        optionFilterProp="label"
        onPopupScroll={more}
        onChange={(chosen: string[]) => onChange?.(chosen)}
      />
    </div>
  )
}
