import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FileButton } from '../../ui/file-button.tsx'

type What = { slipId: string } | { movementId: string } | { storeId: string }
function printed(what: What, lang: 'zh' | 'en') {
  const query = { lang }
  if ('slipId' in what) return answer(api.GET('/supplies/slips/{slipId}/print', { params: { path: what, query } }))
  if ('movementId' in what)
    return answer(api.GET('/supplies/movements/{movementId}/print', { params: { path: what, query } }))
  return answer(api.GET('/supplies/stores/{storeId}/labels', { params: { path: what, query } }))
}

/** A slip, or the labels of a store, on paper: each with a square that the phone's count reads. */
export function PrintButton({ what, size }: { what: What; size?: 'small' | 'middle' }) {
  const { t, i18n } = useTranslation()
  const take = () => printed(what, i18n.language.startsWith('en') ? 'en' : 'zh')
  const label = t('storeId' in what ? 'supplies.printLabels' : 'supplies.printSlip')
  return <FileButton label={label} take={take} {...(size ? { size } : {})} />
}
