import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Box } from './boxes.tsx'
import { replaced, useEditing, without } from './editing.ts'
import styles from './profiles.module.css'
import type { Body } from './queries.ts'

type Term = NonNullable<Body['caseRule']>['history'][number]

/** Items with a code and their words in both languages. */
export function TermsBox({ name }: { name: 'history' | 'findings' | 'confirmed' }) {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const path = `caseRule.${name}`
  const terms = body.caseRule?.[name] ?? []
  const label = t(`profiles.fields.${name}`)
  const word = (nth: number, term: Term, field: keyof Term, title: string) => (
    <label>
      {title}
      <input
        aria-label={t('profiles.of', { of: `${label} ${nth + 1}`, what: title })}
        value={term[field]}
        maxLength={field === 'code' ? 60 : 200}
        onChange={(event) => put(path, replaced(terms, nth, { ...term, [field]: event.target.value }))}
      />
    </label>
  )
  return (
    <Box path={path} label={label} wide>
      {terms.map((term, nth) => (
        // A code is typed letter by letter; the place is what stays the same meanwhile.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={nth} className={styles.item}>
          {word(nth, term, 'code', t('profiles.group.termCode'))}
          {word(nth, term, 'zh', t('profiles.group.zh'))}
          {word(nth, term, 'en', t('profiles.group.en'))}
          <Button size="small" danger type="text" onClick={() => put(path, without(terms, nth))}>
            {t('profiles.group.remove')}
          </Button>
        </div>
      ))}
      <span>
        <Button size="small" onClick={() => put(path, [...terms, { code: '', zh: '', en: '' }])}>
          {t('profiles.group.addTerm')}
        </Button>
      </span>
    </Box>
  )
}
