import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { fromLocalInput } from '../../ui/format.ts'
import { DivisionBox } from '../people/division-box.tsx'
import { type Class, classesOf, type Kind, touchesClosures } from './queries.ts'

interface Said {
  kind: Kind
  class: Class
  division: string
  name: string
  address?: string
  heldFrom?: string
  heldTo?: string
}
const KINDS = ['venue', 'gathering', 'line'] as const

/** The firm, where it is and of which class; nobody's name. */
export function NewSubject({ kind: first, onClose }: { kind: Kind; onClose(): void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [kind, setKind] = useState(first)
  const needed = [{ required: true, whitespace: true, message: t('closures.fieldNeeded') }]
  const timed = (at: string | undefined) => (kind === 'gathering' && at ? fromLocalInput(at) : null)
  return (
    <FactDialog<Said>
      name="new-closable"
      title={t('closures.registerTitle')}
      verb={t('closures.register')}
      about={t('closures.registerAbout')}
      touches={touchesClosures}
      initial={{ kind: first }}
      send={async ({ address = '', heldFrom, heldTo, ...said }) => {
        const body = { ...said, address, heldFrom: timed(heldFrom), heldTo: timed(heldTo) }
        const kept = await answer(api.POST('/closures/subjects', { body }))
        void navigate(paths.closureSubject(kept.id))
      }}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('closures.kind')}>
        <Select options={KINDS.map((value) => ({ value, label: t(`closures.kinds.${value}`) }))} onChange={setKind} />
      </Form.Item>
      <Form.Item name="class" label={t('closures.class')} rules={needed} key={kind}>
        <Select options={classesOf[kind].map((value) => ({ value, label: t(`closures.classes.${value}`) }))} />
      </Form.Item>
      <Form.Item name="name" label={t('closures.name')} rules={needed}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="division" label={t('closures.division')} rules={needed}>
        <DivisionBox label={t('closures.division')} whole={kind === 'line'} />
      </Form.Item>
      <Form.Item name="address" label={t('closures.address')}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      {kind === 'gathering' &&
        (['heldFrom', 'heldTo'] as const).map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(name === 'heldFrom' ? 'closures.from' : 'closures.to')}
            rules={needed}
          >
            <Input type="datetime-local" style={{ width: 220 }} />
          </Form.Item>
        ))}
    </FactDialog>
  )
}
