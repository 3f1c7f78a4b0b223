import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { documentQuery } from '../documents/queries.ts'
import styles from './measures.module.css'
import { standingQuery, touchesTasks } from './queries.ts'

interface Row {
  title: string
  point: number | null
  count?: string
  photo?: boolean
}
interface Said {
  documentId: string
  rows: Row[]
}

/** The points of a document are offered as its measures; somebody says what shows that each was done. */
export function NewMeasures({ initial, onClose }: { initial: string | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Said>()
  const documentId = Form.useWatch('documentId', form) ?? initial
  const documents = useQuery(standingQuery).data?.items ?? []
  const document = useQuery({ ...documentQuery(documentId ?? ''), enabled: Boolean(documentId) }).data
  const points = (document?.content.body ?? []).filter(({ level }) => level === 1)
  const keep = useOperation(
    ({ rows, documentId: of }: Said) =>
      answer(
        api.POST('/documents/{documentId}/measures', {
          params: { path: { documentId: of } },
          body: {
            measures: rows.map(({ title, point, count, photo = false }) => ({
              id: newId(),
              title,
              point,
              asks: { words: !count && !photo, count: count || null, photo },
            })),
          },
        }),
      ),
    { touches: touchesTasks, onDone: onClose },
  )
  const take = () =>
    form.setFieldsValue({ rows: points.map(({ text }, nth) => ({ title: text.slice(0, 120), point: nth + 1 })) })
  const needed = [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={t('measures.add')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="new-measures"
      onClose={onClose}
    >
      <Form
        form={form}
        name="new-measures"
        layout="vertical"
        requiredMark={false}
        initialValues={{ documentId: initial, rows: [{ title: '', point: null }] }}
        onFinish={keep.send}
      >
        <Form.Item name="documentId" label={t('measures.document')} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={documents.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          />
        </Form.Item>
        {points.length > 0 && <Button onClick={take}>{t('measures.takePoints', { count: points.length })}</Button>}
        <Form.List name="rows">
          {(fields, { add, remove }) => (
            <div className={styles.rows}>
              {fields.map(({ key, name }) => (
                <fieldset key={key} className={styles.measure}>
                  <legend className="visually-hidden">{t('measures.nth', { nth: name + 1 })}</legend>
                  <Form.Item name={[name, 'point']} hidden>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[name, 'title']} label={t('measures.nth', { nth: name + 1 })} rules={needed}>
                    <Input maxLength={120} />
                  </Form.Item>
                  <Form.Item name={[name, 'count']} label={t('measures.unit')}>
                    <Input maxLength={12} placeholder={t('measures.unitExample')} />
                  </Form.Item>
                  <Form.Item name={[name, 'photo']} valuePropName="checked">
                    <Checkbox>{t('measures.asksPhoto')}</Checkbox>
                  </Form.Item>
                  {fields.length > 1 && (
                    <Button size="small" onClick={() => remove(name)}>
                      {t('measures.leaveOut')}
                    </Button>
                  )}
                </fieldset>
              ))}
              <Button onClick={() => add({ title: '', point: null })}>{t('measures.another')}</Button>
            </div>
          )}
        </Form.List>
      </Form>
    </Dialog>
  )
}
