import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { may, meQuery } from '../../session.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

/** Begins a county's line list with the published definitions. */
export function StartButton() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const start = useOperation(() => answer(api.POST('/line-list/start')), {
    touches: [['line-list-categories'], ['exposure-places']],
  })
  if (!may(me, 'exposures.category.start')) return t('exposures.noCategoriesWait')
  return (
    <div className="stack">
      <p>{t('exposures.noCategoriesWhy')}</p>
      <Button type="primary" loading={start.busy} onClick={() => start.send(undefined)}>
        {t('exposures.start')}
      </Button>
      {start.refusal ? <ProblemNotice error={start.refusal} /> : null}
    </div>
  )
}
