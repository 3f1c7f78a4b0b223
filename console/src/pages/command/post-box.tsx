import { queryOptions, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { answer, api } from '../../api.ts'

const postsQuery = queryOptions({
  queryKey: ['command', 'posts'],
  queryFn: () => answer(api.GET('/responsibility/posts', { params: { query: { limit: 200 } } })),
  retry: false,
})

interface PostBoxProps {
  /** As an item of a form it is handed these three. */
  id?: string
  value?: string
  onChange?(postId: string): void
  label: string
}
/** One of the posts of the county; who sits on it is told with it. */
export function PostBox({ id, value, onChange, label }: PostBoxProps) {
  const posts = useQuery(postsQuery).data?.items ?? []
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      options={posts.map((one) => ({ value: one.id, label: one.title }))}
      onChange={(chosen: string) => onChange?.(chosen)}
    />
  )
}
