import { responsibilityRules } from '@qunfang/client/rules'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { DivisionBox } from '../people/division-box.tsx'
import { useDivisionName } from '../places/queries.ts'
import { type DutyDraft, DutyFields, emptyDuty, reachOf } from './duty-fields.tsx'
import { type Chosen, HolderPicker } from './holder-picker.tsx'
import { MomentField } from './moment-field.tsx'
import { touchesPosts, useRuleWords } from './queries.ts'

interface PostForm {
  kind: string
  division?: string
  title: string
}

/** A new post: its kind says at which level it sits; somebody may take it at once, and it may answer for something at once. */
export function OpenPostDialog({ area, onClose }: { area: string | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const divisionName = useDivisionName()
  const { kinds, kindName } = useRuleWords()
  const [form] = Form.useForm<PostForm>()
  const kind = kinds.get(Form.useWatch('kind', form) ?? '')
  const division = Form.useWatch('division', form) ?? me?.division ?? ''
  const [holder, setHolder] = useState<Chosen | null>(null)
  const [duty, setDuty] = useState<DutyDraft | null>(null)
  const [at, setAt] = useState(toLocalInput(new Date()))
  const what = duty && reachOf(duty)
  const open = useOperation(
    ({ title, kind: code }: PostForm) => {
      const id = newId()
      const duties = what ? [what] : []
      const body = { id, division, kind: code, title: title.trim(), openedAt: fromLocalInput(at), holder, duties }
      return answer(api.POST('/responsibility/posts', { body }))
    },
    { touches: touchesPosts, onDone: ({ id }) => void navigate(paths.gridPost(id)) },
  )
  const sits = kind && responsibilityRules.sitsAt(kind.rank, division)
  const suggest = (changed: Partial<PostForm>) => {
    setDuty(null)
    if ('title' in changed) return
    const { kind: code, division: where = me?.division ?? '' } = form.getFieldsValue()
    if (code) form.setFieldValue('title', `${divisionName(where)}${kindName(code)}`.slice(0, 60))
  }
  return (
    <Dialog
      title={t('gridPost.open')}
      verb={t('gridPost.open')}
      busy={open.busy}
      refusal={open.refusal}
      form="open-post"
      onClose={onClose}
    >
      <Form<PostForm>
        name="open-post"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ division: area }}
        onValuesChange={suggest}
        onFinish={(values) => sits && (duty === null || what) && open.send(values)}
      >
        <Form.Item
          name="kind"
          label={t('gridPost.kind')}
          rules={[{ required: true, message: t('gridPost.kindNeeded') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[...kinds.keys()].map((code) => ({ value: code, label: kindName(code) }))}
          />
        </Form.Item>
        <Form.Item
          name="division"
          label={t('gridPost.division')}
          validateStatus={kind && !sits ? 'error' : ''}
          help={
            kind && !sits
              ? t('gridPost.sitsElsewhere', { level: t(`responsibility.level.${kind.rank as 'village'}`) })
              : undefined
          }
        >
          <DivisionBox label={t('gridPost.division')} any={divisionName(me?.division ?? '')} />
        </Form.Item>
        <Form.Item
          name="title"
          label={t('gridPost.name')}
          rules={[{ required: true, whitespace: true, message: t('gridPost.nameNeeded') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </Form>
      {kind && sits && (
        <>
          <h3>{t('gridPost.firstHolder')}</h3>
          <HolderPicker rank={kind.rank} chosen={holder} onChoose={setHolder} />
          <Checkbox
            checked={duty !== null}
            onChange={(event) => setDuty(event.target.checked ? emptyDuty({ rank: kind.rank, division }) : null)}
          >
            {t('gridPost.firstDuty')}
          </Checkbox>
          {duty && <DutyFields post={{ rank: kind.rank, division }} draft={duty} onChange={setDuty} />}
          {duty && !what && <p className="muted small">{t('gridDuty.needed')}</p>}
          <MomentField value={at} onChange={setAt} />
        </>
      )}
    </Dialog>
  )
}
