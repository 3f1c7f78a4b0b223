import { useInfiniteQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { LookedAt } from '../../ui/fact-dialog.tsx'
import { dateTime } from '../../ui/format.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { useDivisionName } from '../places/queries.ts'
import { BesideFields, type BesideForm, besideOf } from './beside-fields.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { NeedBox } from './need-box.tsx'
import { type Board, expectedQuery } from './queries.ts'

interface TakeInForm extends BesideForm {
  orderId: string
  needs?: string[]
}

/** Nobody without an order, and each into a room of their own. */
export function TakeIn({ board, roomId, onClose }: { board: Board; roomId?: string; onClose(): void }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const lookedAt = useContext(LookedAt)
  const divisionName = useDivisionName()
  const expected = useInfiniteQuery(expectedQuery(board.site.id, lookedAt, header))
  const people = expected.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <FactDialog<TakeInForm>
      name="take-in"
      title={t('sites.takeIn')}
      verb={t('sites.takeIn')}
      about={t('sites.takeInAbout')}
      initial={{ needs: [], ...(roomId ? { roomId } : {}) }}
      send={({ id, at, orderId, needs = [], ...where }) =>
        answer(
          api.POST('/sites/{siteId}/lodgings', {
            params: { path: { siteId: board.site.id } },
            body: { id, at, orderId, needs, roomId: where.roomId, beside: besideOf(board, where) },
          }),
        )
      }
      onClose={onClose}
    >
      <PurposeChoice />
      {expected.error ? <ProblemNotice error={expected.error} onRetry={() => expected.refetch()} /> : null}
      <Form.Item
        name="orderId"
        label={t('sites.who')}
        extra={expected.data && people.length === 0 ? t('sites.nobodyExpected') : t('sites.whoHint')}
        rules={[{ required: true, message: t('sites.whoNeeded') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={expected.isPending}
          placeholder={t('sites.whoNeeded')}
          options={people.map(({ orderId, name, village, endsAt }) => ({
            value: orderId,
            label: `${name ?? t('sites.unseen')} · ${divisionName(village)} · ${t('sites.until', { day: dateTime(endsAt) })}`,
          }))}
          onPopupScroll={() => expected.hasNextPage && void expected.fetchNextPage()}
        />
      </Form.Item>
      <BesideFields board={board} />
      <Form.Item name="needs" label={t('sites.needs')}>
        <NeedBox />
      </Form.Item>
    </FactDialog>
  )
}
