import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Who, WhoFields } from '../exposures/who-fields.tsx'
import { divisionsQuery } from '../places/queries.ts'
import styles from './cases.module.css'

const origins = ['clinic', 'visit', 'self-report'] as const
const sites = ['axillary', 'forehead', 'ear', 'wrist'] as const

interface FeverForm {
  division: string
  origin: (typeof origins)[number]
  temperatureC: number
  site: (typeof sites)[number]
  at: string
}

/** A fever that no checkpoint and no reading found. */
export function FeverDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const divisions = useQuery(divisionsQuery).data ?? []
  const [fields] = Form.useForm<FeverForm>()
  const [who, setWho] = useState<Who | null>(null)
  const [whoMissing, setWhoMissing] = useState(false)
  const homes = divisions.filter(({ code }) => code.length === 12 && code.startsWith(me?.division ?? ''))
  const record = useOperation(
    ({ at, ...values }: FeverForm) =>
      answer(
        api.POST('/cases/fevers', {
          body: {
            id: newId(),
            recordedAt: new Date().toISOString(),
            person: who as Who,
            at: fromLocalInput(at),
            ...values,
          },
        }),
      ),
    {
      touches: [['cases'], ['epidemic-curve']],
      onDone: ({ caseId }) => {
        onClose()
        void navigate(paths.case(caseId))
      },
    },
  )
  return (
    <Dialog
      title={t('cases.report')}
      verb={t('forms.save')}
      busy={record.busy}
      refusal={record.refusal}
      form="report-fever"
      onClose={onClose}
    >
      <WhoFields
        who={who}
        onWho={(chosen, division) => {
          setWho(chosen)
          setWhoMissing(false)
          if (division?.length === 12) fields.setFieldValue('division', division)
        }}
      />
      {whoMissing && <p role="alert">{t('facts.whoNeeded')}</p>}
      <Form<FeverForm>
        name="report-fever"
        form={fields}
        layout="vertical"
        requiredMark={false}
        initialValues={{ origin: 'clinic', site: 'axillary', at: toLocalInput(new Date()) }}
        onFinish={(values) => (who ? record.send(values) : setWhoMissing(true))}
      >
        <Form.Item
          name="division"
          label={t('caseForm.division')}
          rules={[{ required: true, message: t('caseForm.needed') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={homes.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
          />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item
            name="temperatureC"
            label={t('caseForm.temperature')}
            rules={[{ required: true, message: t('caseForm.needed') }]}
          >
            <InputNumber min={35} max={43} step={0.1} precision={1} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="site" label={t('caseForm.site')}>
            <Select options={sites.map((value) => ({ value, label: t(`caseForm.sites.${value}`) }))} />
          </Form.Item>
          <Form.Item name="origin" label={t('caseForm.origin')}>
            <Select options={origins.map((value) => ({ value, label: t(`cases.origins.${value}`) }))} />
          </Form.Item>
          <Form.Item name="at" label={t('caseForm.at')} rules={[{ required: true, message: t('caseForm.atNeeded') }]}>
            <Input type="datetime-local" max={toLocalInput(new Date())} />
          </Form.Item>
        </div>
      </Form>
    </Dialog>
  )
}
