import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { categoriesQuery } from '../exposures/queries.ts'

const useCategories = () => useQuery(categoriesQuery(undefined, undefined))

/** What a line list is called; one that was retired since is shown by its code. */
export function useCategoryName(): (code: string) => string {
  const { data } = useCategories()
  return (code) => data?.items.find((one) => one.code === code)?.[language()] ?? code
}

export function CategoryChoice() {
  const { t } = useTranslation()
  const categories = useCategories()
  return (
    <Form.Item
      name="category"
      label={t('workbooks.category')}
      extra={t('workbooks.categoryAsOf')}
      rules={[{ required: true, message: t('workbooks.categoryNeeded') }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        loading={categories.isPending}
        notFoundContent={t('workbooks.noCategories')}
        options={categories.data?.items.map((one) => ({ value: one.code, label: one[language()] })) ?? []}
      />
    </Form.Item>
  )
}
