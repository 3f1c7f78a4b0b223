import { useTranslation } from 'react-i18next'
import type { Column } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Donation } from './queries.ts'

type Given = Pick<Donation, 'receiptNo' | 'void' | 'organisation' | 'donorKind' | 'publicName'>

/** Of a gift, in money or in goods: its receipt, and who gave it; a person is named only as the person wished. */
export function useDonorColumns<Gift extends Given>(): Column<Gift>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'receipt',
      title: t('funds.receipt'),
      phone: 'heading',
      cell: (one) => (
        <>
          <strong className="number">{one.receiptNo}</strong> {one.void && <Tag tone="alarm">{t('funds.void')}</Tag>}
        </>
      ),
    },
    {
      key: 'donor',
      title: t('funds.donor'),
      phone: 'wide',
      cell: (one) => (
        <>
          {one.organisation ?? t(`funds.donorKind.${one.donorKind}`)}
          <div className="muted">
            {one.publicName ? t('funds.namedAs', { name: one.publicName }) : t('funds.notNamed')}
          </div>
        </>
      ),
    },
  ]
}
