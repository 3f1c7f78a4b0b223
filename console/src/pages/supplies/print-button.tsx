import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { saveFile } from '../workbooks/files.ts'

type What = { slipId: string } | { movementId: string } | { storeId: string }
function printed(what: What, lang: 'zh' | 'en') {
  const query = { lang }
  if ('slipId' in what) return answer(api.GET('/supplies/slips/{slipId}/print', { params: { path: what, query } }))
  if ('movementId' in what)
    return answer(api.GET('/supplies/movements/{movementId}/print', { params: { path: what, query } }))
  return answer(api.GET('/supplies/stores/{storeId}/labels', { params: { path: what, query } }))
}

/** A slip, or the labels of a store, on paper: each with a square that the phone's count reads. */
export function PrintButton({ what, size = 'small' }: { what: What; size?: 'small' | 'middle' }) {
  const { t, i18n } = useTranslation()
  const print = useOperation(() => printed(what, i18n.language.startsWith('en') ? 'en' : 'zh').then(saveFile))
  return (
    <>
      <Button size={size} loading={print.busy} onClick={() => print.send(undefined)}>
        {t('storeId' in what ? 'supplies.printLabels' : 'supplies.printSlip')}
      </Button>
      {print.refusal ? <ProblemNotice error={print.refusal} /> : null}
    </>
  )
}
