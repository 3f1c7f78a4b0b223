import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { newId } from '../../new-id.ts'
import styles from './responsibility.module.css'

/** What a new rule is known by: its English name in small letters, or, where that gives none, a name nobody has. */
export const codeOf = (name: string): string => {
  const said = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
  return said.length >= 2 ? said : `own-${newId().slice(-12)}`
}

export function SinceField() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="since"
      label={t('gridRules.since')}
      rules={[{ required: true, message: t('gridRules.sinceNeeded') }]}
    >
      <Input type="date" />
    </Form.Item>
  )
}

/** Of the rule itself, or of one of its roles. */
export function RuleNames({ of = [] }: { of?: (string | number)[] }) {
  const { t } = useTranslation()
  const needed = [{ required: true, whitespace: true, message: t('gridRules.nameNeeded') }]
  return (
    <div className={styles.names}>
      <Form.Item name={[...of, 'zh']} label={t('gridRules.zh')} rules={needed}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[...of, 'en']} label={t('gridRules.en')} rules={needed}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </div>
  )
}
