import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { closeAccount } from './calls.ts'
import type { Account } from './queries.ts'

export function CloseAccount({ account, onClose }: { account: Account; onClose(): void }) {
  const { t } = useTranslation()
  const close = useOperation(() => closeAccount(account.id), {
    touches: [['accounts'], ['seats']],
    onDone: onClose,
  })
  return (
    <Dialog
      title={t('accounts.closeTitle', { name: account.name })}
      verb={t('accounts.close')}
      danger
      busy={close.busy}
      refusal={close.refusal}
      onConfirm={() => close.send(undefined)}
      onClose={onClose}
    >
      <p>{t('accounts.closeAbout')}</p>
    </Dialog>
  )
}
