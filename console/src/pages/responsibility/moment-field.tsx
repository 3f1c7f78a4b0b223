import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { toLocalInput } from '../../ui/format.ts'

/** From when on a change of the grid holds: now, or a moment that has passed. */
export function MomentField({ value, onChange }: { value: string; onChange(local: string): void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <label className="row" htmlFor={id}>
      {t('gridPost.at')}
      <Input
        id={id}
        type="datetime-local"
        style={{ width: 210 }}
        value={value}
        max={toLocalInput(new Date())}
        onChange={(event) => event.target.value && onChange(event.target.value)}
      />
    </label>
  )
}
