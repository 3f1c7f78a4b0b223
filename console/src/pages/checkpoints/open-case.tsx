import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { HandOverRow } from './queries.ts'

/** From here on the fever is followed in its case, and ends there. */
export function OpenCase({ handOver }: { handOver: HandOverRow }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const navigate = useNavigate()
  const open = useOperation(
    () => answer(api.POST('/hand-overs/{handOverId}/case', { params: { path: { handOverId: handOver.id } } })),
    {
      touches: [['hand-overs'], ['cases']],
      onDone: ({ caseId }) => void navigate(paths.case(caseId)),
    },
  )
  if (!may(me, 'checkpoints.hand-over.open-case')) return null
  return (
    <>
      <Button size="small" onClick={() => open.send(undefined)} loading={open.busy}>
        {t('handOvers.openCase')}
      </Button>
      {open.refusal ? <ProblemNotice error={open.refusal} /> : null}
    </>
  )
}
