import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type TeamRule, touchesRules, useRuleWords } from './queries.ts'
import styles from './responsibility.module.css'
import { codeOf, RuleNames, SinceField } from './rule-fields.tsx'

type Rule = TeamRule['body']
type Role = Omit<Rule['roles'][number], 'role'> & { role?: string }
interface RuleForm {
  since: string
  zh: string
  en: string
  roles: Role[]
}

function RoleFields({ nth, onRemove }: { nth: number; onRemove: (() => void) | null }) {
  const { t } = useTranslation()
  const { kinds, kindName } = useRuleWords()
  return (
    <fieldset className={styles.role}>
      <legend>{t('gridRules.role', { nth: nth + 1 })}</legend>
      <Form.Item hidden name={[nth, 'role']}>
        <Input />
      </Form.Item>
      <RuleNames of={[nth]} />
      <Form.Item
        name={[nth, 'kinds']}
        label={t('gridRules.roleKinds')}
        rules={[{ required: true, message: t('gridPost.kindNeeded') }]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...kinds.keys()].map((value) => ({ value, label: kindName(value) }))}
        />
      </Form.Item>
      <div className="row" style={{ justifyContent: 'space-between' }}>
        <Form.Item name={[nth, 'least']} label={t('gridRules.least')} rules={[{ required: true }]}>
          <InputNumber min={1} max={20} precision={0} />
        </Form.Item>
        {onRemove && (
          <Button size="small" onClick={onRemove}>
            {t('gridRules.removeRole')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

/** Which roles a team has, from a day on. A role keeps its code, so that whoever has taken it goes on to count. */
export function TeamRuleDialog({ rule, onClose }: { rule: Rule | null; onClose(): void }) {
  const { t } = useTranslation()
  const set = useOperation(
    ({ since, zh, en, roles }: RuleForm) =>
      answer(
        api.POST('/responsibility/rules', {
          body: {
            id: newId(),
            subject: 'team',
            since,
            body: {
              code: rule?.code ?? codeOf(en),
              zh,
              en,
              roles: roles.map((role) => ({ ...role, role: role.role ?? codeOf(role.en) })),
            },
          },
        }),
      ),
    { touches: touchesRules, onDone: onClose },
  )
  return (
    <Dialog
      title={rule ? t('gridRules.changeTitle', { name: rule[language()] }) : t('gridRules.newTeam')}
      verb={t('gridRules.set')}
      busy={set.busy}
      refusal={set.refusal}
      form="team-rule"
      onClose={onClose}
    >
      <p className="muted">{t('gridRules.changeAbout')}</p>
      <Form<RuleForm>
        name="team-rule"
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: [{ least: 1 }], ...rule, since: dayOf(new Date()) }}
        onFinish={set.send}
      >
        <SinceField />
        <RuleNames />
        <Form.List name="roles">
          {(fields, { add, remove }) => (
            <div className="stack">
              {fields.map(({ key, name }) => (
                <RoleFields key={key} nth={name} onRemove={fields.length > 1 ? () => remove(name) : null} />
              ))}
              {fields.length < 12 && <Button onClick={() => add({ least: 1 })}>{t('gridRules.addRole')}</Button>}
            </div>
          )}
        </Form.List>
      </Form>
    </Dialog>
  )
}
