import { useTranslation } from 'react-i18next'
import { type Language, language, speak } from '../../i18n/i18n.ts'
import { Views } from '../../ui/filters.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { changeLanguage } from './calls.ts'

/** Kept with the account too, so that the next browser speaks it from the start. */
export function LanguageCard() {
  const { t } = useTranslation()
  const change = useOperation(
    async (wanted: Language) => {
      await speak(wanted)
      return changeLanguage(wanted)
    },
    { touches: [['me']] },
  )
  return (
    <Card title={t('settings.language')}>
      <Views<Language>
        label={t('settings.language')}
        value={language()}
        options={[
          [
            'zh',
            <span key="zh" lang="zh-CN">
              {t('settings.chinese')}
            </span>,
          ],
          [
            'en',
            <span key="en" lang="en">
              English
            </span>,
          ],
        ]}
        onChange={change.send}
      />
      {change.refusal ? <ProblemNotice error={change.refusal} /> : null}
    </Card>
  )
}
