import { useTranslation } from 'react-i18next'
import { dayOf } from '../../ui/format.ts'
import { Tag } from '../../ui/tag.tsx'

const DAY_MS = 86_400_000

/** A list has to be answered before its day. */
export function Expiry({ on, isGone }: { on: string; isGone: boolean }) {
  const { t } = useTranslation()
  if (isGone) return <time dateTime={on}>{on}</time>
  const left = Math.round((Date.parse(on) - Date.parse(dayOf(new Date()))) / DAY_MS)
  return (
    <span className="row">
      <time dateTime={on}>{on}</time>
      <Tag tone={left <= 3 ? 'alarm' : left <= 7 ? 'caution' : 'plain'}>
        {left <= 0 ? t('lists.lastDay') : t('lists.daysLeft', { count: left })}
      </Tag>
    </span>
  )
}
