import type { Body } from '@qunfang/client'
import { useEffect, useRef, useState } from 'preact/hooks'
import { answerOf, api, as, link } from '../../api.ts'
import type { StoredSession } from '../../database.ts'
import { dayOf } from '../../device/clock.ts'
import { judgeWho, type Known, type ScreeningForm, type UnderOrder } from './form.ts'

export type Found =
  | { is: 'idle' }
  | { is: 'searching' }
  | { is: 'offline' }
  | { is: 'none'; underOrder: UnderOrder }
  | { is: 'found'; persons: Known[] }

const CHECKED_AT_ONCE = 20

interface WirePersons {
  items: Array<{ id: string; visible: boolean; name: string | null; document: string | null }>
}

/** Asks the server who this is as soon as the number is whole. Never waited for: without an answer the person is simply new. */
export function useFind(form: ScreeningForm, session: StoredSession, take: (known: Known) => void): Found {
  const [found, setFound] = useState<Found>({ is: 'idle' })
  const asked = useRef('')
  const who = judgeWho(form, dayOf())
  const number = who.is === 'good' && !form.known ? who.number : ''
  const question = number && `${form.search}:${form.otherKind}:${number}`

  useEffect(() => {
    asked.current = question
    if (!question) return setFound({ is: 'idle' })
    if (link.get().network === 'offline' || session.ended) return setFound({ is: 'offline' })
    setFound({ is: 'searching' })
    void find(session, form, number).then((result) => {
      // The next person may be in the form already.
      if (asked.current !== question) return
      setFound(result)
      const [only] = result.is === 'found' ? result.persons : []
      if (only && result.is === 'found' && result.persons.length === 1 && form.search !== 'plate') take(only)
    })
  }, [question])
  return found
}

async function find(session: StoredSession, form: ScreeningForm, number: string): Promise<Found> {
  const body = questionOf(form, number)
  const answer = await answerOf<WirePersons>(
    api.POST('/people/find', {
      body,
      ...as(session.token, { 'qunfang-purpose': 'checkpoint-screening' }),
    }),
  )
  if (answer.is !== 'ok') return { is: 'offline' }
  // Somebody registered elsewhere stays a number to us; the server matches it on delivery.
  const { items } = answer.value
  const orders = await ordersOf(
    session,
    items.map(({ id }) => id),
  )
  const persons = items
    .filter((person) => person.visible)
    .map(({ id, name, document }) => ({ id, name, document, underOrder: orders.get(id) ?? null }))
  return persons.length > 0 ? { is: 'found', persons } : { is: 'none', underOrder: [...orders.values()][0] ?? null }
}

/** Who of them is to be at home, or in a site; on which ground is not this shift's to know. */
async function ordersOf(session: StoredSession, personIds: string[]): Promise<Map<string, UnderOrder>> {
  if (personIds.length === 0 || !session.placeId) return new Map()
  const answer = await answerOf<{ items: Array<{ personId: string; underOrder: 'home' | 'central' }> }>(
    api.POST('/checkpoints/{checkpointId}/travellers/check', {
      params: { path: { checkpointId: session.placeId } },
      body: { personIds: personIds.slice(0, CHECKED_AT_ONCE) },
      ...as(session.token, { 'qunfang-purpose': 'checkpoint-screening' }),
    }),
  )
  const items = answer.is === 'ok' ? answer.value.items : []
  return new Map(items.map(({ personId, underOrder }) => [personId, underOrder]))
}

function questionOf(form: ScreeningForm, number: string): Body<'/people/find'> {
  if (form.search === 'phone') return { by: 'phone', phone: number }
  if (form.search === 'plate') return { by: 'plate', plate: number }
  return { by: 'document', document: { kind: form.search === 'other' ? form.otherKind : 'resident-id', number } }
}
