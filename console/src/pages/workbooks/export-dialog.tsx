import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { savePieces } from '../../ui/files.ts'
import { number } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import type { Export } from './queries.ts'

export type ExportAct = 'download' | 'approve' | 'refuse' | 'cancel'

async function turn(act: ExportAct, exportId: string): Promise<void> {
  const params = { path: { exportId } }
  switch (act) {
    case 'download':
      await savePieces((piece) =>
        answer(api.POST('/exchange/exports/{exportId}/download', { params, body: { piece } })),
      )
      return
    case 'cancel':
      await answer(api.POST('/exchange/exports/{exportId}/cancel', { params }))
      return
    default: {
      const decision = act === 'approve' ? 'approved' : 'refused'
      await answer(api.POST('/exchange/exports/{exportId}/decision', { params, body: { decision } }))
    }
  }
}

/** Each step is said once more before it is taken: none of them can be taken back. */
export function ExportDialog({ act, one, onClose }: { act: ExportAct; one: Export; onClose(): void }) {
  const { t } = useTranslation()
  const operation = useOperation(() => turn(act, one.id), { touches: [['exports']], onDone: onClose })
  const about =
    act === 'download' || act === 'cancel'
      ? t(`workbooks.${act}About`)
      : t('workbooks.decideAbout', {
          who: one.askedBy,
          rows: number(one.rows),
          kind: t(`workbooks.kind.${one.kind}`),
          fields: one.fields.map((field) => t(`workbooks.field.${field}`)).join(' · '),
          ground: one.ground,
        })
  return (
    <Dialog
      title={t(`workbooks.${act}Title`)}
      verb={t(`workbooks.${act}`)}
      danger={act === 'refuse' || act === 'cancel'}
      busy={operation.busy}
      refusal={operation.refusal}
      onConfirm={() => operation.send(undefined)}
      onClose={onClose}
    >
      <p>{about}</p>
    </Dialog>
  )
}
