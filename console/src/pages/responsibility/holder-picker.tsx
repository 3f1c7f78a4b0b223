import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { Views } from '../../ui/filters.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { accountsQuery } from '../access/queries.ts'
import { searchQuery } from '../people/queries.ts'
import { useDivisionName } from '../places/queries.ts'
import type { PostDetails } from './queries.ts'
import styles from './responsibility.module.css'

type Kind = 'account' | 'person'
export interface Chosen {
  kind: Kind
  id: string
}

interface PickProps {
  chosen: Chosen | null
  onChoose(chosen: Chosen | null): void
}

function PickAccount({ chosen, onChoose }: PickProps) {
  const { t } = useTranslation()
  const accounts = useInfiniteQuery(accountsQuery)
  const options = accounts.data?.pages.flatMap((page) => page.items).filter(({ closedAt }) => closedAt === null) ?? []
  return (
    <Select
      aria-label={t('gridPost.chooseAccount')}
      placeholder={t('gridPost.chooseAccount')}
      showSearch={{ optionFilterProp: 'label' }}
      loading={accounts.isPending}
      value={chosen?.id ?? null}
      options={options.map(({ id, name, signInName }) => ({ value: id, label: `${name} ${signInName}` }))}
      onChange={(id: string | null) => id && onChoose({ kind: 'account', id })}
      onPopupScroll={() => accounts.hasNextPage && void accounts.fetchNextPage()}
    />
  )
}

/** By what is known of them; what was typed stays in this dialog and nowhere else. */
function PickPerson({ chosen, onChoose }: PickProps) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const divisionName = useDivisionName()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const found = useInfiniteQuery(searchQuery(q, header))
  const items = found.data?.pages.flatMap((page) => page.items).filter(({ person }) => person.visible) ?? []
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setQ(typed.trim())
  }
  return (
    <>
      <form className="row" onSubmit={ask}>
        <Input
          style={{ flex: 1, minWidth: 200 }}
          aria-label={t('gridPost.findPerson')}
          placeholder={t('gridPost.findPerson')}
          value={typed}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit" loading={found.isFetching}>
          {t('gridPost.find')}
        </Button>
      </form>
      {q !== '' && found.data && items.length === 0 && <p className="muted">{t('gridPost.findNone')}</p>}
      {items.length > 0 && (
        <div className={styles.results}>
          {items.map(({ person, home }) => (
            <button
              key={person.id}
              type="button"
              aria-pressed={chosen?.id === person.id}
              onClick={() => onChoose({ kind: 'person', id: person.id })}
            >
              <b>{person.name}</b>
              <span className="number">{person.phone}</span>
              <span className="muted small">{home && `${divisionName(home.division)} ${home.block ?? ''}`}</span>
            </button>
          ))}
        </div>
      )}
    </>
  )
}

/** Somebody who works with the system, or a resident; the last level is mostly residents. */
export function HolderPicker({ rank, chosen, onChoose }: PickProps & { rank: PostDetails['rank'] | undefined }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const mayAccounts = may(me, 'access.account.list')
  const [said, setSaid] = useState<Kind | null>(null)
  const kind = said ?? (rank === 'household' || !mayAccounts ? 'person' : 'account')
  return (
    <>
      {mayAccounts && (
        <Views<Kind>
          label={t('gridPost.holder')}
          value={kind}
          options={(['account', 'person'] as const).map((one) => [one, t(`gridPost.${one}`)] as const)}
          onChange={(wanted) => {
            setSaid(wanted)
            onChoose(null)
          }}
        />
      )}
      {kind === 'person' && <PurposeChoice />}
      {kind === 'account' ? (
        <PickAccount chosen={chosen} onChoose={onChoose} />
      ) : (
        <PickPerson chosen={chosen} onChoose={onChoose} />
      )}
    </>
  )
}
