import { Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, moveDay } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import styles from './agency-lists.module.css'

export interface FileValues {
  sender: string
  basis: string
  purpose: string
  expiresOn: string
  /** In base64. */
  file: string
}

/** `data:…;base64,` stands before it. */
const inBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

const USUAL_DAYS = 30
const DAYS_MAX = 90

interface FileFormProps {
  busy: boolean
  isSeen: boolean
  /** What was seen is no longer what is meant. */
  onChange(): void
  onLook(values: FileValues): void
}

export function FileForm({ busy, isSeen, onChange, onLook }: FileFormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Omit<FileValues, 'file'>>()
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [isMissing, setMissing] = useState(false)
  const today = dayOf(new Date())
  const needed = (message: string) => [{ required: true, whitespace: true, min: 2, message }]
  const finish = async (values: Omit<FileValues, 'file'>) => {
    setMissing(file === null)
    if (file) onLook({ ...values, file: await inBase64(file) })
  }
  return (
    <Card title={t('newList.fileStep')}>
      <Form
        form={form}
        name="new-list"
        layout="vertical"
        requiredMark={false}
        initialValues={{ expiresOn: moveDay(today, USUAL_DAYS) }}
        onFinish={(values) => void finish(values)}
        onValuesChange={onChange}
      >
        <div className={styles.form}>
          <Form.Item
            className={styles.wide ?? ''}
            label={t('newList.file')}
            htmlFor="list-file"
            extra={t('newList.fileHint')}
            {...(isMissing ? { validateStatus: 'error' as const, help: t('newList.fileNeeded') } : {})}
          >
            <input
              ref={picker}
              id="list-file"
              type="file"
              accept=".xlsx,.csv,.txt,.tsv"
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null)
                setMissing(false)
                onChange()
              }}
            />
          </Form.Item>
          <Form.Item
            name="sender"
            label={t('lists.sender')}
            extra={t('newList.senderHint')}
            rules={needed(t('newList.senderNeeded'))}
          >
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item
            name="purpose"
            label={t('lists.purpose')}
            extra={t('newList.purposeHint')}
            rules={needed(t('newList.purposeNeeded'))}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="basis"
            label={t('lists.basis')}
            extra={t('newList.basisHint')}
            rules={needed(t('newList.basisNeeded'))}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="expiresOn" label={t('lists.expires')} extra={t('newList.expiresHint')}>
            <Input type="date" min={today} max={moveDay(today, DAYS_MAX)} style={{ width: 180 }} />
          </Form.Item>
        </div>
        <Button type={isSeen ? 'default' : 'primary'} htmlType="submit" loading={busy}>
          {t('newList.look')}
        </Button>
      </Form>
    </Card>
  )
}
