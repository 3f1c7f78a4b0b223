import { useTranslation } from 'react-i18next'
import { Box, type BoxProps } from './boxes.tsx'
import { useEditing, valueAt } from './editing.ts'
import styles from './profiles.module.css'

/** Said or not said at all. */
export function FlagBox({ path, label, value = true }: BoxProps & { value?: unknown }) {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  return (
    <Box path={path} label={label}>
      <label className={styles.boxes}>
        <input
          type="checkbox"
          checked={valueAt(body, path) === value}
          onChange={(event) => put(path, event.target.checked ? value : undefined)}
        />
        {t('profiles.yes')}
      </label>
    </Box>
  )
}

/** In both languages or in neither. */
export function WordsBox({ path, label }: BoxProps) {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const words = (valueAt(body, path) as { zh: string; en: string } | undefined) ?? { zh: '', en: '' }
  const change = (next: { zh: string; en: string }) => put(path, next.zh || next.en ? next : undefined)
  return (
    <Box path={path} label={label} wide>
      {(['zh', 'en'] as const).map((one) => (
        <textarea
          key={one}
          rows={2}
          maxLength={500}
          aria-label={t('profiles.of', { of: label, what: t(`profiles.group.${one}`) })}
          placeholder={t(`profiles.group.${one}`)}
          value={words[one]}
          onChange={(event) => change({ ...words, [one]: event.target.value })}
        />
      ))}
    </Box>
  )
}
