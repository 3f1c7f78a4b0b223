import { Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import type { PostKind } from './queries.ts'

type Kind = PostKind['body']
type Norms = Pick<Kind, 'usual' | 'most' | 'silentAfterHours'> & { since: string }

/** New norms of a kind from a day on. */
export function RuleDialog({ kind, onClose }: { kind: Kind; onClose(): void }) {
  const { t } = useTranslation()
  const set = useOperation(
    ({ since, ...norms }: Norms) =>
      answer(
        api.POST('/responsibility/rules', {
          body: { id: newId(), subject: 'post-kind', since, body: { ...kind, ...norms } },
        }),
      ),
    { touches: [['responsibility-rules'], ['posts'], ['post'], ['post-counts'], ['plan']], onDone: onClose },
  )
  const norms = [
    ['usual', t('gridRules.usual')],
    ['most', t('gridRules.most')],
    ['silentAfterHours', t('gridRules.silent')],
  ] as const
  return (
    <Dialog
      title={t('gridRules.changeTitle', { name: kind[language()] })}
      verb={t('gridRules.set')}
      busy={set.busy}
      refusal={set.refusal}
      form="rule"
      onClose={onClose}
    >
      <p className="muted">{t('gridRules.changeAbout')}</p>
      <Form<Norms>
        name="rule"
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...kind, since: dayOf(new Date()) }}
        onFinish={({ since, usual, most, silentAfterHours }) =>
          set.send({ since, usual: usual ?? null, most: most ?? null, silentAfterHours: silentAfterHours ?? null })
        }
      >
        <Form.Item
          name="since"
          label={t('gridRules.since')}
          rules={[{ required: true, message: t('gridRules.sinceNeeded') }]}
        >
          <Input type="date" />
        </Form.Item>
        {norms.map(([name, label]) => (
          <Form.Item key={name} name={name} label={label}>
            <InputNumber min={1} max={8760} precision={0} />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  )
}
