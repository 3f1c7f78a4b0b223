import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { may, meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Views } from '../../ui/filters.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { accountsQuery } from '../access/queries.ts'
import { searchQuery } from '../people/queries.ts'
import { useDivisionName } from '../places/queries.ts'
import { type PostDetails, touchesPosts } from './queries.ts'
import styles from './responsibility.module.css'

type Kind = 'account' | 'person'
interface Chosen {
  kind: Kind
  id: string
}

interface PickProps {
  chosen: Chosen | null
  onChoose(chosen: Chosen): void
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

/** Somebody takes the post from a moment on; whoever sat there gets up, and the work stays. */
export function SeatDialog({ post, onClose }: { post: PostDetails; onClose(): void }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const mayAccounts = may(me, 'access.account.list')
  const [kind, setKind] = useState<Kind>(post.rank === 'household' || !mayAccounts ? 'person' : 'account')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [at, setAt] = useState(toLocalInput(new Date()))
  const [missing, setMissing] = useState(false)
  const seat = useOperation(
    (holder: Chosen) =>
      answer(
        api.POST('/responsibility/posts/{postId}/seatings', {
          params: { path: { postId: post.id } },
          body: { id: newId(), holder, at: new Date(fromLocalInput(at)).toISOString() },
        }),
      ),
    { touches: touchesPosts, onDone: onClose },
  )
  const choose = (wanted: Kind) => {
    setKind(wanted)
    setChosen(null)
  }
  return (
    <Dialog
      title={t('gridPost.seatTitle', { title: post.title })}
      verb={t('gridPost.seat')}
      busy={seat.busy}
      refusal={seat.refusal}
      onConfirm={() => (chosen ? seat.send(chosen) : setMissing(true))}
      onClose={onClose}
    >
      <p>{t('gridPost.seatAbout')}</p>
      {mayAccounts && (
        <Views<Kind>
          label={t('gridPost.holder')}
          value={kind}
          options={(['account', 'person'] as const).map((one) => [one, t(`gridPost.${one}`)] as const)}
          onChange={choose}
        />
      )}
      {kind === 'person' && <PurposeChoice />}
      {kind === 'account' ? (
        <PickAccount chosen={chosen} onChoose={setChosen} />
      ) : (
        <PickPerson chosen={chosen} onChoose={setChosen} />
      )}
      <label className="row" htmlFor="seat-at">
        {t('gridPost.at')}
        <Input
          id="seat-at"
          type="datetime-local"
          style={{ width: 210 }}
          value={at}
          max={toLocalInput(new Date())}
          onChange={(event) => event.target.value && setAt(event.target.value)}
        />
      </label>
      {missing && !chosen && <p role="alert">{t('gridPost.chosenNeeded')}</p>}
    </Dialog>
  )
}
