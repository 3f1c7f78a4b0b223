import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FactDialog, TextField } from './fact-dialog.tsx'
import { Lines } from './goods.tsx'
import type { Movement, Slip } from './queries.ts'

/** The second person: what is on the slip leaves the store. */
export function ConfirmDialog({ slip, onClose }: { slip: Slip; onClose(): void }) {
  const { t } = useTranslation()
  const { id: slipId, party, lines } = slip
  return (
    <FactDialog
      name="confirm-issue"
      title={t('supplies.confirm')}
      about={t('supplies.confirmAbout', { party })}
      send={(fact) =>
        answer(api.POST('/supplies/slips/{slipId}/confirmation', { params: { path: { slipId } }, body: fact }))
      }
      onClose={onClose}
    >
      <Lines lines={lines} />
    </FactDialog>
  )
}

export function EndSlipDialog({ slip, onClose }: { slip: Slip; onClose(): void }) {
  const { t } = useTranslation()
  const params = { path: { slipId: slip.id } }
  return (
    <FactDialog<{ why: string }>
      name="end-slip"
      title={t('supplies.form.endSlip')}
      danger
      send={(body) => answer(api.POST('/supplies/slips/{slipId}/end', { params, body }))}
      onClose={onClose}
    >
      <TextField name="why" label={t('supplies.why')} needed max={200} />
    </FactDialog>
  )
}

export function ReverseDialog({ movement, onClose }: { movement: Movement; onClose(): void }) {
  const { t } = useTranslation()
  const params = { path: { movementId: movement.id } }
  return (
    <FactDialog<{ why: string }>
      name="reverse"
      title={`${t('supplies.form.reverse')} · ${t(`supplies.movement.${movement.kind}`)}`}
      verb={t('supplies.form.reverse')}
      danger
      send={(body) => answer(api.POST('/supplies/movements/{movementId}/reversal', { params, body }))}
      onClose={onClose}
    >
      <Lines lines={movement.lines} />
      <TextField name="why" label={t('supplies.why')} needed max={200} />
    </FactDialog>
  )
}
