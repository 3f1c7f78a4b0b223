import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { moveDay, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { coverageQuery, piecesQuery, touchesPublicity } from './queries.ts'

interface Planned {
  pieceId: string
  villages: string[]
  fromOn: string
  toOn: string
  times: string[]
  minutes: number
}
const EVERY = 'every'
const BATCH = 1_000

/** The same piece at the same times, for some villages or for all of them. What does not fit is refused village by village. */
export function PlanDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const today = toLocalInput(useCountyMoment() ?? new Date()).slice(0, 10)
  const pieces = useInfiniteQuery(piecesQuery({ state: 'standing' })).data?.pages.flatMap(({ items }) => items) ?? []
  const villages = useQuery(coverageQuery({})).data?.items ?? []
  const plan = useOperation(
    async ({ villages: chosen, times, minutes, ...said }: Planned) => {
      const divisions = chosen.includes(EVERY) ? villages.map(({ division }) => division) : chosen
      const items = divisions.map((division) => ({
        ...said,
        id: newId(),
        division,
        times: times.map((at) => ({ at, minutes })),
      }))
      for (let from = 0; from < items.length; from += BATCH) {
        const body = { items: items.slice(from, from + BATCH) }
        const { verdicts } = await answer(api.POST('/airings/batch', { body }))
        const refused = verdicts.find(({ ok }) => !ok)
        if (refused && !refused.ok) throw refused.problem
      }
    },
    { touches: touchesPublicity, onDone: onClose },
  )
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  const all = { value: EVERY, label: t('publicity.everyVillage', { count: villages.length }) }
  return (
    <Dialog
      title={t('publicity.planIt')}
      verb={t('forms.save')}
      busy={plan.busy}
      refusal={plan.refusal}
      form="plan"
      onClose={onClose}
    >
      <Form
        name="plan"
        layout="vertical"
        requiredMark={false}
        initialValues={{ villages: [EVERY], fromOn: today, toOn: moveDay(today, 6), times: ['07:00'], minutes: 5 }}
        onFinish={plan.send}
      >
        <Form.Item name="pieceId" label={t('publicity.what')} rules={needed}>
          <Select options={pieces.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Form.Item name="villages" label={t('publicity.villagesToPlay')} rules={needed}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            maxTagCount={3}
            options={[all, ...villages.map(({ division, name }) => ({ value: division, label: name }))]}
          />
        </Form.Item>
        <Form.Item name="fromOn" label={t('publicity.since')} rules={needed}>
          <Input type="date" style={{ width: 180 }} />
        </Form.Item>
        <Form.Item name="toOn" label={t('publicity.until')} rules={needed}>
          <Input type="date" style={{ width: 180 }} />
        </Form.Item>
        <Form.Item name="times" label={t('publicity.times')} rules={needed} extra={t('publicity.timesHow')}>
          <Select mode="tags" options={['07:00', '12:00', '18:00'].map((at) => ({ value: at, label: at }))} />
        </Form.Item>
        <Form.Item name="minutes" label={t('publicity.minutes')} rules={needed}>
          <InputNumber min={1} max={120} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
