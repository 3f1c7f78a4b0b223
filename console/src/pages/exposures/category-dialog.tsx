import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { type CategoryForm, fromCategory, kinds, states, toClause } from './category-form.ts'
import styles from './exposures.module.css'
import { categoryName } from './names.ts'
import { type Category, exposurePlacesQuery, touched } from './queries.ts'
import { useWhereaboutsBox, useWhereaboutsOptions } from './whereabouts.ts'

interface CategoryDialogProps {
  all: readonly Category[]
  change?: Category
  onClose(): void
}

export function CategoryDialog({ all, change, onClose }: CategoryDialogProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<CategoryForm>()
  const kind = Form.useWatch('kind', form) ?? 'travel'
  const places = useQuery(exposurePlacesQuery).data?.items ?? []
  const whereabouts = useWhereaboutsOptions()
  const box = useWhereaboutsBox()
  const others = all.filter(({ code }) => code !== change?.code)
  const categories = others.map((one) => ({ value: one.code, label: categoryName(one) }))
  const needed = [{ required: true, message: t('definitions.choose') }]
  const define = useOperation(
    (values: CategoryForm) =>
      answer(
        api.POST('/line-list/categories', {
          body: {
            code: values.code,
            version: (change?.version ?? 0) + 1,
            zh: values.zh,
            en: values.en,
            within: values.within ?? null,
            place: change?.place ?? 100,
            condition: {
              any: [toClause(values), ...(change?.condition.any.slice(1) ?? [])],
              ...(values.unless && values.unless.length > 0 ? { unless: values.unless } : {}),
            },
          },
        }),
      ),
    { touches: touched(), onDone: onClose },
  )
  return (
    <Dialog
      title={change ? t('definitions.changeOf', { name: categoryName(change) }) : t('definitions.add')}
      verb={t('forms.save')}
      busy={define.busy}
      refusal={define.refusal}
      form="category"
      onClose={onClose}
    >
      <Form<CategoryForm>
        name="category"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={define.send}
        initialValues={change ? fromCategory(change, box) : { kind: 'travel', into: true }}
      >
        <div className={styles.pair}>
          <Form.Item
            name="zh"
            label={t('definitions.zh')}
            rules={[{ required: true, min: 2, message: t('definitions.nameNeeded') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item
            name="en"
            label={t('definitions.en')}
            rules={[{ required: true, min: 2, message: t('definitions.nameNeeded') }]}
          >
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item
            name="code"
            label={t('definitions.code')}
            extra={change ? undefined : t('definitions.codeHint')}
            rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{1,38}$/, message: t('definitions.codeNeeded') }]}
          >
            <Input maxLength={39} disabled={change !== undefined} />
          </Form.Item>
          <Form.Item name="within" label={t('definitions.within')}>
            <Select allowClear options={categories} />
          </Form.Item>
        </div>
        <Form.Item name="kind" label={t('definitions.kind')}>
          <Select options={kinds.map((value) => ({ value, label: t(`definitions.kinds.${value}`) }))} />
        </Form.Item>
        {kind === 'travel' && (
          <>
            <Form.Item name="from" label={t('definitions.places')} extra={t('definitions.placesHint')}>
              <Select
                mode="tags"
                showSearch={{ optionFilterProp: 'label' }}
                options={whereabouts}
                tokenSeparators={['、', ',']}
              />
            </Form.Item>
            <Form.Item name="into" valuePropName="checked">
              <Checkbox>{t('definitions.into')}</Checkbox>
            </Form.Item>
          </>
        )}
        {kind === 'contact' && (
          <Form.Item name="contactWith" label={t('definitions.withCategory')} rules={needed}>
            <Select options={categories} />
          </Form.Item>
        )}
        {kind === 'place' && (
          <Form.Item name="placeKey" label={t('definitions.place')} rules={needed}>
            <Select options={places.map((one) => ({ value: one.key, label: one[language()] }))} />
          </Form.Item>
        )}
        {kind === 'illness' && (
          <Form.Item name="states" label={t('facts.state')} rules={needed}>
            <Select
              mode="multiple"
              options={states.map((value) => ({ value, label: t(`exposureWords.state.${value}`) }))}
            />
          </Form.Item>
        )}
        <div className={styles.pair}>
          {kind !== 'illness' && (
            <Form.Item name="since" label={t('definitions.sinceDay')}>
              <Input type="date" />
            </Form.Item>
          )}
          {kind === 'travel' && (
            <Form.Item name="days" label={t('definitions.days')}>
              <InputNumber min={0} max={60} style={{ width: '100%' }} />
            </Form.Item>
          )}
        </div>
        <Form.Item name="unless" label={t('definitions.unless')}>
          <Select mode="multiple" options={categories} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
