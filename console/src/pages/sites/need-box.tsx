import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { usualNeeds } from './names.ts'

interface NeedBoxProps {
  id?: string
  value?: string[]
  onChange?(needs: string[]): void
}
/** The usual needs, and any other in words: what somebody is allergic to is theirs alone. */
export function NeedBox({ id, value = [], onChange }: NeedBoxProps) {
  const { t } = useTranslation()
  return (
    <Select
      mode="tags"
      {...(id ? { id } : {})}
      aria-label={t('sites.needs')}
      placeholder={t('sites.needsHint')}
      value={value}
      maxCount={8}
      tokenSeparators={['、', ',', ',']}
      options={usualNeeds.map((need) => ({ value: need, label: t(`sites.need.${need}`) }))}
      onChange={(needs: string[]) =>
        onChange?.(needs.map((need) => need.trim().slice(0, 30)).filter((need) => need !== ''))
      }
    />
  )
}
