import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { dateTime } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type GivenAnswer, touchesLists, type WholeEntry } from './queries.ts'

interface AnswerValues {
  answer: GivenAnswer
  note?: string
  register?: boolean
}

const answers: GivenAnswer[] = ['seen', 'away', 'unknown', 'not-found']

export function AnswerForm({ entry }: { entry: WholeEntry }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<AnswerValues>()
  const said = Form.useWatch('answer', form)
  const record = useOperation(
    ({ answer: given, note, register }: AnswerValues) =>
      answer(
        api.POST('/agency-list-entries/{entryId}/answers', {
          params: { path: { entryId: entry.id } },
          body: {
            id: newId(),
            recordedAt: new Date().toISOString(),
            answer: given,
            note: note?.trim() || null,
            register: (register ?? false) && mayEnter(given),
          },
        }),
      ),
    { touches: touchesLists },
  )
  const mayEnter = (given: GivenAnswer | undefined) => entry.known === null && (given === 'seen' || given === 'away')
  return (
    <Card
      title={t('listEntry.answerTitle')}
      extra={entry.answeredAt && <time dateTime={entry.answeredAt}>{dateTime(entry.answeredAt)}</time>}
    >
      <Form<AnswerValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...(entry.answer ? { answer: entry.answer } : {}), note: entry.note ?? '' }}
        onFinish={record.send}
      >
        <Form.Item name="answer" rules={[{ required: true, message: t('listEntry.answerNeeded') }]}>
          <Radio.Group options={answers.map((value) => ({ value, label: t(`listEntry.answers.${value}`) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('listEntry.note')} extra={t('listEntry.noteHint')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        {mayEnter(said) && (
          <Form.Item name="register" valuePropName="checked">
            <Checkbox>{t('listEntry.enter')}</Checkbox>
          </Form.Item>
        )}
        {record.refusal ? <ProblemNotice error={record.refusal} /> : null}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={record.busy}>
            {t('listEntry.save')}
          </Button>
          {entry.answer && <span className="muted small">{t('listEntry.changed')}</span>}
        </div>
      </Form>
    </Card>
  )
}
