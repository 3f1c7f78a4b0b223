import { AutoComplete, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import styles from './exposures.module.css'
import { FactDialog, type Subject, TimeField } from './fact-dialog.tsx'
import type { NewTravel, TravelFact } from './queries.ts'
import { toWhereabouts, useWhereaboutsBox, useWhereaboutsOptions, type Whereabouts } from './whereabouts.ts'

const means = ['rail', 'air', 'coach', 'own-car', 'hired-car', 'ship', 'other', 'unknown'] as const

interface TravelForm {
  from: string
  via?: string[]
  to: string
  leftAt?: string
  leftEstimated?: boolean
  arrivedAt?: string
  arrivedEstimated?: boolean
  means: (typeof means)[number]
  service?: string
  plate?: string
}

const local = (instant: string | null | undefined) => (instant ? toLocalInput(instant) : undefined)
const instant = (said: string | undefined) => (said ? fromLocalInput(said) : null)

type Box = (where: Whereabouts | null | undefined) => string
const initial = (fact: TravelFact | undefined, subject: Subject | undefined, box: Box): Partial<TravelForm> =>
  (fact
    ? {
        from: box(fact.from),
        via: fact.via.map(box),
        to: box(fact.to),
        leftAt: local(fact.leftAt),
        leftEstimated: fact.leftEstimated,
        arrivedAt: local(fact.arrivedAt),
        arrivedEstimated: fact.arrivedEstimated,
        means: fact.means,
        service: fact.service ?? undefined,
      }
    : { means: 'rail', to: box({ code: subject?.division }) }) as Partial<TravelForm>

const toTravel = (form: TravelForm): Omit<NewTravel, 'id' | 'division' | 'recordedAt' | 'person'> => {
  const byCar = form.means === 'own-car' || form.means === 'hired-car'
  return {
    from: toWhereabouts(form.from),
    via: (form.via ?? []).map(toWhereabouts),
    to: toWhereabouts(form.to),
    leftAt: instant(form.leftAt),
    leftEstimated: form.leftEstimated ?? false,
    arrivedAt: instant(form.arrivedAt),
    arrivedEstimated: form.arrivedEstimated ?? false,
    means: form.means,
    service: byCar ? null : form.service?.trim() || null,
    plate: byCar ? form.plate?.trim() || null : null,
  }
}

interface TravelDialogProps {
  subject?: Subject | undefined
  fact?: TravelFact | undefined
  onClose(): void
}

export function TravelDialog({ subject, fact, onClose }: TravelDialogProps) {
  const { t } = useTranslation()
  const what = t('facts.travel')
  const options = useWhereaboutsOptions()
  const box = useWhereaboutsBox()
  const search = {
    filterOption: (typed: string, option?: { label?: unknown }) => String(option?.label ?? '').includes(typed),
  }
  return (
    <FactDialog<TravelForm>
      form="travel"
      title={t(fact ? 'facts.correctOf' : 'facts.add', { what })}
      subject={subject}
      corrects={fact?.id}
      initial={initial(fact, subject, box)}
      send={(said, form) => answer(api.POST('/exposures/travel', { body: { ...said, ...toTravel(form) } }))}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item name="from" label={t('facts.from')} rules={[{ required: true, message: t('facts.fromNeeded') }]}>
          <AutoComplete options={options} showSearch={search} placeholder={t('facts.choosePlace')} />
        </Form.Item>
        <Form.Item name="to" label={t('facts.to')} rules={[{ required: true, message: t('facts.toNeeded') }]}>
          <AutoComplete options={options} showSearch={search} placeholder={t('facts.choosePlace')} />
        </Form.Item>
      </div>
      <Form.Item name="via" label={t('facts.via')}>
        <Select
          mode="tags"
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          tokenSeparators={['、', ',']}
        />
      </Form.Item>
      <div className={styles.pair}>
        <TimeField name="leftAt" label={t('facts.leftAt')} estimated="leftEstimated" needed={false} />
        <TimeField name="arrivedAt" label={t('facts.arrivedAt')} estimated="arrivedEstimated" />
        <Form.Item name="means" label={t('facts.means')}>
          <Select options={means.map((value) => ({ value, label: t(`exposureWords.means.${value}`) }))} />
        </Form.Item>
        <Form.Item noStyle dependencies={['means']}>
          {({ getFieldValue }) =>
            ['own-car', 'hired-car'].includes(getFieldValue('means')) ? (
              <Form.Item name="plate" label={t('facts.plate')}>
                <Input maxLength={16} autoComplete="off" />
              </Form.Item>
            ) : (
              <Form.Item name="service" label={t('facts.service')}>
                <Input maxLength={20} />
              </Form.Item>
            )
          }
        </Form.Item>
      </div>
    </FactDialog>
  )
}
