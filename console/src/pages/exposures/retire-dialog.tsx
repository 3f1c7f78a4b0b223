import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { categoryName } from './names.ts'
import { type Category, touched } from './queries.ts'

export function RetireDialog({ category, onClose }: { category: Category; onClose(): void }) {
  const { t } = useTranslation()
  const { members: _, ...definition } = category
  const retire = useOperation(
    () =>
      answer(
        api.POST('/line-list/categories', { body: { ...definition, version: category.version + 1, retired: true } }),
      ),
    { touches: touched(), onDone: onClose },
  )
  return (
    <Dialog
      title={t('definitions.retireOf', { name: categoryName(category) })}
      verb={t('definitions.retire')}
      danger
      busy={retire.busy}
      refusal={retire.refusal}
      onConfirm={() => retire.send(undefined)}
      onClose={onClose}
    >
      <p>{t('definitions.retireAbout')}</p>
    </Dialog>
  )
}
