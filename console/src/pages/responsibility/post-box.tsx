import { useInfiniteQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { postsQuery, useRuleWords } from './queries.ts'

interface PostBoxProps {
  label: string
  /** Kinds of post that will do. */
  kinds: readonly string[]
  /** Whom it is for: posts of that place and of the places around it. */
  division: string
  value: string | undefined
  onChange(postId: string): void
}

const DIGITS = { county: 6, township: 9, village: 12, household: 12, beside: 9 } as const

/** A post of one of a few kinds, near the place it is wanted for. */
export function PostBox({ label, kinds, division, value, onChange }: PostBoxProps) {
  const { t } = useTranslation()
  const { kinds: known, kindName } = useRuleWords()
  const [kind, setKind] = useState(kinds[0] ?? '')
  const area = division.slice(0, DIGITS[known.get(kind)?.rank ?? 'village'])
  const posts = useInfiniteQuery(postsQuery({ area, kind }))
  const rows = posts.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className="row">
      {kinds.length > 1 && (
        <Select
          aria-label={t('gridPost.kind')}
          style={{ width: 150 }}
          value={kind}
          options={kinds.map((code) => ({ value: code, label: kindName(code) }))}
          onChange={setKind}
        />
      )}
      <Select
        aria-label={label}
        style={{ flex: 1, minWidth: 180 }}
        placeholder={t('gridTeams.choosePost')}
        loading={posts.isFetching}
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? null}
        notFoundContent={t('gridPost.none')}
        onPopupScroll={() => posts.hasNextPage && !posts.isFetchingNextPage && void posts.fetchNextPage()}
        options={rows.map(({ id, title, holder, holderName }) => ({
          value: id,
          label: holder ? `${title} ${holderName ?? ''}` : `${title} (${t('responsibility.vacantPost')})`,
        }))}
        onChange={(chosen: string | null) => chosen && onChange(chosen)}
      />
    </div>
  )
}
