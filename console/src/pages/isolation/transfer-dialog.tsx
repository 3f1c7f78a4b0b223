import { isolationRules } from '@qunfang/client/rules'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { meQuery } from '../../session.ts'
import { fromLocalInput, moveDay } from '../../ui/format.ts'
import { DivisionBox } from '../people/division-box.tsx'
import { type Decided, DecidedFields, HomeFields, keptWords, useNeeded } from './decided-fields.tsx'
import { OrderDialog } from './order-dialog.tsx'
import type { OrderDialogProps } from './order-dialogs.tsx'

type Kind = (typeof isolationRules.kinds)[number]
type TransferForm = Decided & {
  movedAt: string
  division: string
  home?: { met: string[]; checkedBy: string; checkedAt: string }
}

/** To another village with the decision that holds; to another kind only with a fresh one. */
export function TransferDialog({ order, moment, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const needed = useNeeded()
  const [kind, setKind] = useState<Kind>(order.kind === 'home' ? 'central' : 'home')
  const isFresh = kind !== order.kind
  const review = moveDay(moment.slice(0, 10), isolationRules.REVIEW_DAYS)
  return (
    <OrderDialog<TransferForm>
      name="transfer-order"
      title={t('isolation.transfer')}
      verb={t('isolation.transfer')}
      about={t(isFresh ? 'isolation.transferFresh' : 'isolation.transferAbout')}
      initial={{
        movedAt: moment,
        division: order.division,
        ground: order.ground,
        anchorOn: order.anchorOn,
        endsOn: order.endsOn,
        reviewOn: review < order.endsOn ? review : order.endsOn,
        ...keptWords(),
        home: { met: [], checkedBy: '', checkedAt: moment },
      }}
      send={({ id, recordedAt, movedAt, division, home, ...decided }) =>
        answer(
          api.POST('/isolation/orders/{orderId}/transfers', {
            params: { path: { orderId: order.id } },
            body: {
              id,
              recordedAt,
              kind,
              division,
              movedAt: fromLocalInput(movedAt),
              decided: isFresh ? { ...decided, source: order.source } : null,
              home:
                kind === 'home' && home
                  ? {
                      met: isolationRules.homeConditions.filter((one) => home.met.includes(one)),
                      checkedBy: home.checkedBy,
                      checkedAt: fromLocalInput(home.checkedAt),
                    }
                  : null,
            },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item label={t('isolation.kind')}>
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind)}
          options={isolationRules.kinds.map((value) => ({ value, label: t(`isolation.kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="division"
        label={t('isolation.village')}
        rules={[{ required: true, message: t('isolation.needed') }]}
      >
        <DivisionBox label={t('isolation.village')} homes={kind === 'home'} within={me?.division} />
      </Form.Item>
      <Form.Item name="movedAt" label={t('isolation.movedAt')} rules={needed}>
        <Input type="datetime-local" style={{ width: 220 }} />
      </Form.Item>
      {kind === 'home' && <HomeFields />}
      {isFresh && <DecidedFields />}
    </OrderDialog>
  )
}
