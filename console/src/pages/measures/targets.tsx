import type { Body } from '@qunfang/client'
import { useQuery } from '@tanstack/react-query'
import { Form, type FormRule, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { PostsBox } from '../command/post-box.tsx'
import { divisionsQuery } from '../places/queries.ts'

type Targets = Body<'/documents/{documentId}/tasks'>['targets']
const EVERYBODY = ['everywhere', 'townships', 'villages', 'communities'] as const
const NAMED = ['places', 'posts', 'role'] as const
/** Seats that something can be meant for, wherever they are. */
const ROLES = [
  'township-officer',
  'village-cadre',
  'checkpoint-shift',
  'isolation-staff',
  'supplies-keeper',
  'publicity-editor',
  'data-verifier',
] as const

export interface TargetsSaid {
  to: (typeof EVERYBODY)[number] | (typeof NAMED)[number]
  divisions?: string[]
  postIds?: string[]
  role?: (typeof ROLES)[number]
}
export function targetsOf({ to, divisions = [], postIds = [], role }: TargetsSaid): Targets {
  if (to === 'places') return { to, divisions }
  if (to === 'posts') return { to, postIds }
  if (to === 'role') return { to, role: role ?? 'village-cadre', divisions }
  return { to }
}

/** Whom it is handed to: all of a kind, some places, some posts, or whoever sits on a kind of seat there. */
export function TargetsFields({ to }: { to: TargetsSaid['to'] | undefined }) {
  const { t } = useTranslation()
  const some: FormRule[] = [{ required: true, type: 'array', min: 1, message: t('documents.fieldNeeded') }]
  return (
    <>
      <Form.Item name="to" label={t('measures.to')}>
        <Select
          options={[...EVERYBODY, ...NAMED].map((one) => ({ value: one, label: t(`measures.targets.${one}`) }))}
        />
      </Form.Item>
      {to === 'role' && (
        <Form.Item
          name="role"
          label={t('measures.seat')}
          rules={[{ required: true, message: t('documents.fieldNeeded') }]}
        >
          <Select options={ROLES.map((role) => ({ value: role, label: t(`words.role.${role}`) }))} />
        </Form.Item>
      )}
      {(to === 'places' || to === 'role') && (
        <Form.Item name="divisions" label={t('measures.place')} rules={some}>
          <PlacesBox label={t('measures.place')} />
        </Form.Item>
      )}
      {to === 'posts' && (
        <Form.Item name="postIds" label={t('command.post')} rules={some}>
          <PostsBox label={t('command.post')} />
        </Form.Item>
      )}
    </>
  )
}

interface PlacesBoxProps {
  id?: string
  value?: string[]
  onChange?(codes: string[]): void
  label: string
}
/** Some of a few hundred places, by a part of their name or code. */
function PlacesBox({ id, value = [], onChange, label }: PlacesBoxProps) {
  const divisions = useQuery(divisionsQuery)
  const names = new Map(divisions.data?.map(({ code, name }) => [code, name]))
  const options = (divisions.data ?? [])
    .filter(({ code }) => code.length >= 9)
    .map(({ code, name }) => ({
      value: code,
      label: code.length === 12 ? `${names.get(code.slice(0, 9)) ?? ''} ${name}` : name,
    }))
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      aria-label={label}
      value={value}
      loading={divisions.isPending}
      showSearch={{ filterOption: (typed, option) => `${option?.label} ${option?.value}`.includes(typed.trim()) }}
      options={options}
      onChange={(codes: string[]) => onChange?.(codes)}
    />
  )
}
