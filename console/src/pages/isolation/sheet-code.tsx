import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

/** What a scanner types is the address itself. */
const orderIn = (said: string): string | undefined => /readings\/([0-9a-f-]{36})/i.exec(said)?.[1]

/** From the code on a sheet to the page on which it is entered. */
export function SheetCode() {
  const { t } = useTranslation()
  const goTo = useNavigate()
  const find = useOperation(
    async ({ code }: { code: string }) =>
      orderIn(code) ??
      (await answer(api.GET('/isolation/reading-sheets/{code}', { params: { path: { code: code.trim() } } }))).orderId,
    { onDone: (orderId) => void goTo(paths.orderReadings(orderId, { enter: 'paper' })) },
  )
  return (
    <Form<{ code: string }> name="sheet-code" layout="vertical" requiredMark={false} onFinish={find.send}>
      <Form.Item
        name="code"
        label={t('readings.sheetCode')}
        extra={t('readings.sheetCodeHint')}
        rules={[{ required: true, whitespace: true, message: t('readings.sheetCodeNeeded') }]}
        style={{ maxWidth: 420 }}
      >
        <Input className="number" autoComplete="off" autoCapitalize="characters" placeholder="0F3K9-ZQ2M7-4" />
      </Form.Item>
      {find.refusal ? <ProblemNotice error={find.refusal} /> : null}
      <Button htmlType="submit" loading={find.busy}>
        {t('readings.sheetFind')}
      </Button>
    </Form>
  )
}
