import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, isRefusal } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { useDraft } from '../../ui/draft.ts'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type Address, AddressFields } from './address-fields.tsx'
import { checkRows, emptyRow, filled, type Row, toMembers, type Wrong, wrongOf } from './grid.ts'
import styles from './member-grid.module.css'
import { MemberGrid } from './member-grid.tsx'
import { touchesPeople } from './queries.ts'

const route = getRouteApi('/desk/households/new')

interface Entry {
  id: string
  address: Address
  rows: Row[]
}

const emptyEntry = (division: string | undefined): Entry => ({
  id: newId(),
  address: { division, compoundId: undefined, block: '', door: '', walkOrder: '', since: dayOf(new Date()) },
  rows: [emptyRow('head'), emptyRow()],
})

/** The next door of the same stairwell: what neighbours share stays, and the order counts on. */
const nextDoor = ({ address }: Entry): Entry => ({
  ...emptyEntry(undefined),
  address: {
    ...address,
    door: '',
    walkOrder: address.walkOrder === '' ? '' : String(Number(address.walkOrder) + 1),
  },
})

const send = ({ id, address, rows }: Entry) =>
  answer(
    api.POST('/households', {
      body: {
        id,
        division: address.division ?? '',
        compoundId: address.compoundId ?? null,
        block: address.block.trim() || null,
        door: address.door.trim() || null,
        walkOrder: Number(address.walkOrder) || 0,
        since: address.since,
        recordedAt: new Date().toISOString(),
        members: toMembers(filled(rows)),
      },
    }),
  )

/** One address and its people: typed as one thing, kept while it is typed, saved as one thing. */
export default function NewHouseholdPage() {
  const { t } = useTranslation()
  const { division } = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const own = division ?? (me?.division.length === 12 ? me.division : undefined)
  const draft = useDraft<Entry>(`household ${me?.account.id ?? ''} ${me?.seat.id ?? ''}`, () => emptyEntry(own))
  const [wrong, setWrong] = useState<Wrong>(new Map())
  const [lacking, setLacking] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const goOn = useRef(false)
  const save = useOperation((entry: Entry) => send(entry), {
    touches: touchesPeople,
    onDone: ({ members }, entry) => {
      const door = [entry.address.block, entry.address.door].filter(Boolean).join(' ')
      draft.clear(nextDoor(entry))
      setWrong(new Map())
      if (!goOn.current) return void navigate(paths.household(entry.id))
      setSaved(t('entry.saved', { door, count: members.length }))
      document.getElementById('entry-door')?.focus()
    },
  })
  const entry = draft.content
  if (!entry) return <Skeleton />
  const fromServer = isRefusal(save.refusal) ? wrongOf(save.refusal, filled(entry.rows)) : new Map()
  const change = (patch: Partial<Entry>) => {
    setSaved(null)
    save.reset()
    draft.change({ ...entry, ...patch })
  }
  function check(next: boolean) {
    if (!entry) return
    const found = checkRows(entry.rows)
    setWrong(found)
    const missing = !entry.address.division
      ? t('entry.divisionNeeded')
      : filled(entry.rows).length === 0
        ? t('entry.noMembers')
        : null
    setLacking(missing)
    goOn.current = next
    if (found.size === 0 && !missing) save.send(entry)
  }
  return (
    <Page
      title={t('entry.title')}
      about={t('entry.about')}
      above={
        <Link {...paths.people({ view: 'households', division: entry.address.division })}>
          ‹ {t('people.view.households')}
        </Link>
      }
    >
      {draft.found && (
        <div className={styles.found} role="status">
          {t('entry.draftFound')}
          <button type="button" className="plain-button" onClick={() => draft.clear(emptyEntry(own))}>
            {t('entry.discard')}
          </button>
        </div>
      )}
      {saved && (
        <div className={styles.said} role="status">
          {saved}
        </div>
      )}
      <Card title={t('entry.address')}>
        <AddressFields
          address={entry.address}
          lacking={lacking !== null && !entry.address.division}
          onChange={(address) => change({ address })}
        />
      </Card>
      <Card title={t('entry.members')}>
        <MemberGrid
          rows={entry.rows}
          wrong={new Map([...fromServer, ...wrong])}
          onChange={(rows) => {
            setWrong(new Map())
            change({ rows })
          }}
          onSave={() => check(true)}
        />
      </Card>
      {lacking && <p role="alert">{lacking}</p>}
      {save.refusal && fromServer.size === 0 ? <ProblemNotice error={save.refusal} /> : null}
      <div className={styles.foot}>
        <Button type="primary" loading={save.busy} onClick={() => check(true)}>
          {t('entry.saveNext')}
        </Button>
        <Button loading={save.busy} onClick={() => check(false)}>
          {t('entry.save')}
        </Button>
      </div>
    </Page>
  )
}
