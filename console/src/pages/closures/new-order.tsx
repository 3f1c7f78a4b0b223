import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, type FormRule, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { dayOf, moveDay } from '../../ui/format.ts'
import { DivisionBox } from '../people/division-box.tsx'
import { type Decided, DecidedFields, useNeeded } from './order-dialogs.tsx'
import { allClasses, type Class, classesOf, type Kind, subjectsQuery, touchesClosures } from './queries.ts'

type Said = Decided & { division: string; classes?: Class[]; subjectIds?: string[] }
type Covers = 'classes' | 'names'

/** One decision for all of some classes in an area, or for those that it names. */
export function NewOrder({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const needed = useNeeded()
  const division = useQuery(meQuery).data?.seat?.division ?? ''
  const [covers, setCovers] = useState<Covers>('classes')
  const [area, setArea] = useState(division)
  const today = dayOf(useCountyMoment() ?? new Date())
  const days = { endsOn: moveDay(today, 14), reviewOn: moveDay(today, 7) }
  const some: FormRule[] = [{ required: true, type: 'array', min: 1, message: t('closures.fieldNeeded') }]
  return (
    <FactDialog<Said>
      name="new-closure"
      title={t('closures.newOrder')}
      verb={t('closures.newOrder')}
      about={t('closures.newOrderAbout')}
      touches={touchesClosures}
      initial={{ division, basis: '《传染病防治法》第四十二条', ...days }}
      send={async ({ at, classes = [], subjectIds = [], ...said }) => {
        const whom = covers === 'classes' ? { classes } : { subjectIds }
        const kept = await answer(api.POST('/closures/orders', { body: { ...said, ...whom, startsAt: at } }))
        void navigate(paths.closureOrder(kept.id))
      }}
      onClose={onClose}
    >
      <Form.Item label={t('closures.covers')}>
        <Radio.Group
          aria-label={t('closures.covers')}
          value={covers}
          options={(['classes', 'names'] as const).map((value) => ({ value, label: t(`closures.by.${value}`) }))}
          onChange={({ target }) => setCovers(target.value)}
        />
      </Form.Item>
      <Form.Item name="division" label={t('closures.area')} rules={needed}>
        <AreaBox onArea={setArea} />
      </Form.Item>
      {covers === 'classes' ? (
        <Form.Item name="classes" label={t('closures.what')} rules={some}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={allClasses.map((value) => ({ value, label: t(`closures.classes.${value}`) }))}
          />
        </Form.Item>
      ) : (
        <Form.Item name="subjectIds" label={t('closures.which')} rules={some}>
          <SubjectsBox area={area} />
        </Form.Item>
      )}
      <DecidedFields />
    </FactDialog>
  )
}

interface ItemOfForm<Value> {
  id?: string
  value?: Value
  onChange?(value: Value | undefined): void
}
function AreaBox({ onArea, onChange, ...item }: ItemOfForm<string> & { onArea(area: string): void }) {
  const { t } = useTranslation()
  const change = (code: string | undefined) => {
    onArea(code ?? '')
    onChange?.(code)
  }
  return <DivisionBox {...item} label={t('closures.area')} whole onChange={change} />
}

/** Of a kind and a class within the area; more come as the list is walked down. */
function SubjectsBox({ area, id, value = [], onChange }: ItemOfForm<string[]> & { area: string }) {
  const { t } = useTranslation()
  const [one, setClass] = useState<Class>('ktv')
  const kind = (Object.keys(classesOf) as Kind[]).find((own) => classesOf[own].includes(one)) ?? 'venue'
  const subjects = useInfiniteQuery({ ...subjectsQuery({ kind, class: one, area }), enabled: area !== '' })
  // What was chosen of another class keeps its name.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const rows = subjects.data?.pages.flatMap(({ items }) => items) ?? []
  const known = new Map([...names, ...rows.map((row) => [row.id, `${row.name} · ${row.divisionName}`] as const)])
  const shown = new Set([...rows.map((row) => row.id), ...value])
  return (
    <div className="stack">
      <Select
        aria-label={t('closures.class')}
        value={one}
        showSearch={{ optionFilterProp: 'label' }}
        options={allClasses.map((code) => ({ value: code, label: t(`closures.classes.${code}`) }))}
        onChange={(code: Class) => {
          setNames(known)
          setClass(code)
        }}
      />
      <Select
        {...(id ? { id } : {})}
        mode="multiple"
        aria-label={t('closures.which')}
        value={value}
        loading={subjects.isFetching}
        optionFilterProp="label"
        options={[...shown].map((code) => ({ value: code, label: known.get(code) ?? code }))}
        onPopupScroll={() => subjects.hasNextPage && !subjects.isFetchingNextPage && void subjects.fetchNextPage()}
        onChange={(ids: string[]) => onChange?.(ids)}
      />
    </div>
  )
}
