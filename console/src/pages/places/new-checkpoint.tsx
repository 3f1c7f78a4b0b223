import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { divisionsQuery, type PlacedCheckpoint } from './queries.ts'

interface CheckpointForm {
  name: string
  kind: PlacedCheckpoint['kind']
  division: string
  site: 'forehead' | 'axillary' | 'ear' | 'wrist'
}

const kinds = ['village-turn-back', 'compound-gate', 'county-border', 'expressway-exit'] as const
const sites = ['forehead', 'axillary', 'ear', 'wrist'] as const

function toCheckpoint(form: CheckpointForm, livesAt: string | null) {
  const now = new Date().toISOString()
  return { ...form, id: newId(), openedAt: livesAt ?? now, recordedAt: now }
}

export function NewCheckpoint({ division, onClose }: { division: string | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const divisions = useQuery(divisionsQuery)
  const open = useOperation(
    (form: CheckpointForm) => answer(api.POST('/places/checkpoints', { body: toCheckpoint(form, livesAt) })),
    {
      touches: [['place-checkpoints'], ['board']],
      onDone: onClose,
    },
  )
  return (
    <Dialog
      title={t('places.newCheckpoint')}
      verb={t('places.setUp')}
      busy={open.busy}
      refusal={open.refusal ?? divisions.error}
      form="new-checkpoint"
      onClose={onClose}
    >
      <Form<CheckpointForm>
        name="new-checkpoint"
        layout="vertical"
        requiredMark={false}
        onFinish={open.send}
        initialValues={{ kind: 'village-turn-back', site: 'forehead', division }}
      >
        <Form.Item
          name="name"
          label={t('checkpoints.name')}
          rules={[{ required: true, whitespace: true, message: t('places.nameNeeded') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="kind" label={t('checkpoints.kind')}>
          <Select options={kinds.map((value) => ({ value, label: t(`words.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="division"
          label={t('seats.division')}
          rules={[{ required: true, message: t('accounts.divisionNeeded') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={divisions.isPending}
            options={divisions.data?.map(({ code, name }) => ({ value: code, label: `${name} ${code}` })) ?? []}
          />
        </Form.Item>
        <Form.Item name="site" label={t('places.site')}>
          <Select options={sites.map((value) => ({ value, label: t(`words.site.${value}`) }))} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
