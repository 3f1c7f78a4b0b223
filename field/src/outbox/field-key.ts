import { answerOf, api, as } from '../api.ts'
import { database } from '../database.ts'
import type { FieldKey } from './seal.ts'

/** What records are sealed to. Given at enrolment, and asked for again whenever somebody signs in or the server is back. */
const KEY = 'field-key'

export const findFieldKey = async (): Promise<FieldKey | null> =>
  ((await database.remembered.get(KEY))?.value as FieldKey | undefined) ?? null

export const rememberFieldKey = ({ id, publicKey }: FieldKey): Promise<unknown> =>
  database.remembered.put({ key: KEY, value: { id, publicKey } })

export async function refreshFieldKey(): Promise<void> {
  const answer = await answerOf<FieldKey>(api.GET('/sync/key', as(null)))
  if (answer.is === 'ok') await rememberFieldKey(answer.value)
}
