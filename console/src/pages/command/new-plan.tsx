import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import styles from './command.module.css'
import { type Plan, touchesCommand } from './queries.ts'

interface Said {
  title: string
  year: number
  tasks: Array<{ what: string; role: string; withinHours: number }>
}

/** A plan of one's own, or one that begins with the tasks of an earlier one and says so. */
export function NewPlan({ earlier, onClose }: { earlier: Plan | null; onClose(): void }) {
  const { t } = useTranslation()
  const division = useQuery(meQuery).data?.seat?.division ?? ''
  const year = Number(dayOf(useCountyMoment() ?? new Date()).slice(0, 4))
  const keep = useOperation(
    (said: Said) =>
      answer(api.POST('/response-plans', { body: { ...said, id: newId(), division, fromPlan: earlier?.id ?? null } })),
    { touches: touchesCommand, onDone: onClose },
  )
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  const tasks = earlier?.tasks.map(({ what, role, withinHours }) => ({ what, role, withinHours }))
  return (
    <Dialog
      title={t('command.newPlan')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="new-plan"
      onClose={onClose}
    >
      {earlier && <p>{t('command.planFrom', { title: earlier.title, year: earlier.year })}</p>}
      <Form
        name="new-plan"
        layout="vertical"
        requiredMark={false}
        initialValues={{ title: '', year, tasks: tasks ?? [{ withinHours: 24 }] }}
        onFinish={keep.send}
      >
        <Form.Item name="title" label={t('command.bodyTitle')} rules={[{ ...needed[0], whitespace: true }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="year" label={t('command.planYear')} rules={needed}>
          <InputNumber min={1949} max={2200} precision={0} />
        </Form.Item>
        <Form.List name="tasks">
          {(fields, { add, remove }) => (
            <fieldset className={styles.list}>
              <legend>{t('command.planTasks')}</legend>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles.task}>
                  <Form.Item name={[name, 'what']} rules={needed}>
                    <Input
                      aria-label={t('command.taskWhat', { nth: name + 1 })}
                      placeholder={t('command.what')}
                      maxLength={200}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'role']} rules={needed}>
                    <Input
                      aria-label={t('command.taskRole', { nth: name + 1 })}
                      placeholder={t('command.whose')}
                      maxLength={60}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'withinHours']} rules={needed}>
                    <InputNumber
                      aria-label={t('command.taskHours', { nth: name + 1 })}
                      min={0}
                      max={2160}
                      precision={0}
                      suffix="h"
                      style={{ width: '100%' }}
                    />
                  </Form.Item>
                  <Button aria-label={t('command.dropTask', { nth: name + 1 })} onClick={() => remove(name)}>
                    ×
                  </Button>
                </div>
              ))}
              <Button onClick={() => add({ withinHours: 24 })}>{t('command.addTask')}</Button>
            </fieldset>
          )}
        </Form.List>
      </Form>
    </Dialog>
  )
}
