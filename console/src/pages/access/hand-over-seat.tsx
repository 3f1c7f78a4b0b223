import { useInfiniteQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { roleName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import { endOccupancy, occupySeat } from './calls.ts'
import { accountsQuery, type Seat } from './queries.ts'

/** Whoever sat there gets up in the same step, so a seat never has two people by accident. */
export function HandOverSeat({ seat, onClose }: { seat: Seat; onClose(): void }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const accounts = useInfiniteQuery(accountsQuery)
  const sitting = seat.occupants[0]
  const hand = useOperation(
    ({ accountId }: { accountId: string }) =>
      accountId === 'nobody' && sitting ? endOccupancy(sitting.occupancyId) : occupySeat(seat.id, accountId),
    { touches: [['seats'], ['accounts'], ['me']], onDone: onClose },
  )
  const options = (accounts.data?.pages.flatMap((page) => page.items) ?? [])
    .filter((account) => !account.closedAt && account.id !== sitting?.accountId)
    .map((account) => ({ value: account.id, label: `${account.name} · ${account.signInName}` }))
  return (
    <Dialog
      title={t('seats.handOverTitle', { seat: seat.title || roleName(t, seat.role) })}
      verb={t('seats.handOver')}
      busy={hand.busy}
      refusal={hand.refusal ?? accounts.error}
      form="hand-over-seat"
      onClose={onClose}
    >
      <p className="muted">
        {roleName(t, seat.role)} · {divisionName(seat.division)}
        <br />
        {sitting ? t('seats.nowSits', { name: sitting.name ?? t('seats.elsewhere') }) : t('seats.nobodySits')}
      </p>
      <Form name="hand-over-seat" layout="vertical" requiredMark={false} onFinish={hand.send}>
        <Form.Item name="accountId" label={t('seats.to')} rules={[{ required: true, message: t('seats.toNeeded') }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={accounts.isPending}
            placeholder={t('seats.choose')}
            options={[...options, ...(sitting ? [{ value: 'nobody', label: t('seats.leaveVacant') }] : [])]}
          />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
