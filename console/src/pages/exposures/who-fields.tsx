import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Views } from '../../ui/filters.tsx'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './exposures.module.css'
import { personName } from './names.ts'
import { type Masked, type NewTravel, tracing } from './queries.ts'

export type Who = NewTravel['person']
type By = 'document' | 'phone' | 'fresh'

interface WhoFieldsProps {
  label?: string
  /** Without it only somebody known can be chosen: a contact's other side has to exist. */
  mayBeNew?: boolean
  who: Who | null
  onWho(who: Who | null, division: string | null): void
}

const asDocument = (number: string) => ({ kind: 'resident-id' as const, number: number.trim() })

/** Somebody known, found by an exact number, or somebody written down for the first time. */
export function WhoFields({ label, mayBeNew = true, who, onWho }: WhoFieldsProps) {
  const { t } = useTranslation()
  const [by, setBy] = useState<By>('document')
  const [number, setNumber] = useState('')
  const [found, setFound] = useState<Masked[] | null>(null)
  const [chosen, setChosen] = useState<Masked | null>(null)
  const find = useOperation(
    (sought: string) =>
      answer(
        api.POST('/people/find', {
          params: { header: tracing },
          body:
            by === 'phone' ? { by: 'phone', phone: sought.trim() } : { by: 'document', document: asDocument(sought) },
        }),
      ),
    { onDone: ({ items }) => setFound(items) },
  )
  function choose(person: Masked) {
    setChosen(person)
    onWho({ personId: person.id }, person.division)
  }
  const views: [By, string][] = [
    ['document', t('who.by.document')],
    ['phone', t('who.by.phone')],
  ]
  if (mayBeNew) views.push(['fresh', t('who.by.fresh')])
  return (
    <fieldset className={styles.who}>
      <legend>{label ?? t('who.legend')}</legend>
      {chosen ? (
        <p className="row">
          {t('who.chosen', { name: personName(t, chosen) })}
          <button
            type="button"
            className="plain-button"
            onClick={() => {
              setChosen(null)
              onWho(null, null)
            }}
          >
            {t('who.change')}
          </button>
        </p>
      ) : (
        <div className="stack">
          <Views<By>
            label={label ?? t('who.legend')}
            value={by}
            options={views}
            onChange={(wanted) => {
              setBy(wanted)
              setFound(null)
              onWho(null, null)
            }}
          />
          {by === 'fresh' ? (
            <FreshFields who={who} onWho={(fresh) => onWho(fresh, null)} />
          ) : (
            <div className={styles.bar}>
              <Input
                aria-label={by === 'phone' ? t('who.phone') : t('who.number')}
                placeholder={by === 'phone' ? t('who.phone') : t('who.number')}
                value={number}
                onChange={(event) => setNumber(event.target.value)}
                style={{ flex: 1, minWidth: 180 }}
                autoComplete="off"
              />
              <Button onClick={() => find.send(number)} loading={find.busy} disabled={number.trim() === ''}>
                {t('who.find')}
              </Button>
            </div>
          )}
          {find.refusal ? <ProblemNotice error={find.refusal} /> : null}
          {found && (
            <output aria-live="polite">
              {found.length === 0 ? t('who.notFound') : t('who.found', { count: found.length })}
              <ul>
                {found.map((person) => (
                  <li key={person.id}>
                    <button type="button" className="plain-button" onClick={() => choose(person)}>
                      {personName(t, person)} {person.document} {person.phone}
                    </button>
                  </li>
                ))}
              </ul>
            </output>
          )}
        </div>
      )}
    </fieldset>
  )
}

function FreshFields({ who, onWho }: { who: Who | null; onWho(who: Who): void }) {
  const { t } = useTranslation()
  const [id] = useState(newId)
  const fresh = who && 'id' in who ? who : { id, name: null, document: null, phone: null }
  return (
    <div className="stack">
      <Input
        aria-label={t('who.name')}
        placeholder={t('who.name')}
        maxLength={50}
        value={fresh.name ?? ''}
        onChange={(event) => onWho({ ...fresh, name: event.target.value || null })}
      />
      <Input
        aria-label={t('who.number')}
        placeholder={t('who.number')}
        autoComplete="off"
        value={fresh.document?.number ?? ''}
        onChange={(event) => onWho({ ...fresh, document: event.target.value ? asDocument(event.target.value) : null })}
      />
      <Input
        aria-label={t('who.phone')}
        placeholder={t('who.phone')}
        autoComplete="off"
        value={fresh.phone ?? ''}
        onChange={(event) => onWho({ ...fresh, phone: event.target.value || null })}
      />
    </div>
  )
}
