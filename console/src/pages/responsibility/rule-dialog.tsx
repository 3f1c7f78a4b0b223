import { Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type PostKind, touchesRules } from './queries.ts'
import { codeOf, RuleNames, SinceField } from './rule-fields.tsx'

type Kind = PostKind['body']
const ranks = ['county', 'township', 'village', 'household', 'beside'] as const
type KindForm = Omit<Kind, 'code'> & { since: string }

/** A new kind of post, or other names and norms of one from a day on. At which level it sits does not change. */
export function RuleDialog({ kind, onClose }: { kind: Kind | null; onClose(): void }) {
  const { t } = useTranslation()
  const set = useOperation(
    ({ since, ...body }: KindForm) => {
      const code = kind?.code ?? codeOf(body.en)
      return answer(
        api.POST('/responsibility/rules', {
          body: { id: newId(), subject: 'post-kind', since, body: { ...body, code } },
        }),
      )
    },
    { touches: touchesRules, onDone: onClose },
  )
  const norms = [
    ['usual', t('gridRules.usual')],
    ['most', t('gridRules.most')],
    ['silentAfterHours', t('gridRules.silent')],
  ] as const
  return (
    <Dialog
      title={kind ? t('gridRules.changeTitle', { name: kind[language()] }) : t('gridRules.newKind')}
      verb={t('gridRules.set')}
      busy={set.busy}
      refusal={set.refusal}
      form="rule"
      onClose={onClose}
    >
      <p className="muted">{t('gridRules.changeAbout')}</p>
      <Form<KindForm>
        name="rule"
        layout="vertical"
        requiredMark={false}
        initialValues={{ rank: 'household', silentAfterHours: 72, ...kind, since: dayOf(new Date()) }}
        onFinish={({ since, zh, en, rank, usual, most, silentAfterHours }) =>
          set.send({
            since,
            zh,
            en,
            rank,
            usual: usual ?? null,
            most: most ?? null,
            silentAfterHours: silentAfterHours ?? null,
          })
        }
      >
        <SinceField />
        <RuleNames />
        <Form.Item name="rank" label={t('gridRules.rank')}>
          <Select
            disabled={kind !== null}
            options={ranks.map((value) => ({
              value,
              label: value === 'beside' ? t('responsibility.beside') : t(`responsibility.level.${value}`),
            }))}
          />
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
