import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { dateTime } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { touchesLists, type WholeList } from './queries.ts'

/** So many rows leave only when two people of the office want it. */
export function ConsentCard({ list }: { list: WholeList }) {
  const { t } = useTranslation()
  const { others, mine } = list.consents
  const agree = useOperation(
    () =>
      answer(
        api.POST('/agency-lists/{listId}/return-consents', {
          params: { path: { listId: list.id } },
          body: { id: newId() },
        }),
      ),
    { touches: touchesLists },
  )
  return (
    <Card title={t('oneList.makeReturn')}>
      <div className="stack">
        <p>
          {others ? t('oneList.consentOthers', { at: dateTime(others) }) : t('oneList.consentNeeded')}{' '}
          {mine && t('oneList.consentMine', { at: dateTime(mine) })}
        </p>
        {!mine && (
          <div>
            <Button loading={agree.busy} onClick={() => agree.send(undefined)}>
              {t('oneList.consent')}
            </Button>
          </div>
        )}
        {agree.refusal ? <ProblemNotice error={agree.refusal} /> : null}
      </div>
    </Card>
  )
}
