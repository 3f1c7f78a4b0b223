import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../api.ts'
import { language } from '../i18n/i18n.ts'
import { meQuery } from '../session.ts'
import styles from './purpose.module.css'

const KEY = 'qunfang.purpose'
/** What people at a desk look persons up for most often, the first that the seat has. */
const USUAL = ['home-visit', 'contact-tracing', 'checkpoint-screening', 'isolation-care', 'agency-list-check']
const listeners = new Set<() => void>()

const purposesQuery = queryOptions({
  queryKey: ['purposes'],
  queryFn: () => answer(api.GET('/people/purposes')),
  staleTime: Number.POSITIVE_INFINITY,
})

function choose(code: string) {
  sessionStorage.setItem(KEY, code)
  for (const tell of listeners) tell()
}

const useChosen = () =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => sessionStorage.getItem(KEY),
  )

/**
 * What persons are looked at for during this sitting. `header` goes with every request that shows a person; it is undefined until
 * the register is here, and such a request has to wait for it (`enabled: purpose.header !== undefined`).
 */
export function usePurpose() {
  const me = useQuery(meQuery).data
  const register = useQuery(purposesQuery)
  const chosen = useChosen()
  const own = register.data?.items.filter(({ roles }) => roles.includes(me?.role ?? '')) ?? []
  const code =
    own.find((one) => one.code === chosen)?.code ??
    USUAL.find((usual) => own.some((one) => one.code === usual)) ??
    own[0]?.code
  return { code, own, error: register.error, header: code ? { 'Qunfang-Purpose': code } : undefined }
}

/** A purpose in words, whoever has it. */
export function usePurposeName(): (code: string) => string {
  const { data } = useQuery(purposesQuery)
  return (code) => data?.items.find((one) => one.code === code)?.[language()] ?? code
}

/** Stands above everything that shows persons: nobody looks without having said what for. */
export function PurposeChoice() {
  const { t } = useTranslation()
  const { code, own } = usePurpose()
  return (
    <label className={styles.purpose} title={t('purpose.why')}>
      <span>{t('purpose.label')}</span>
      <select value={code ?? ''} onChange={(event) => choose(event.target.value)}>
        {own.map((one) => (
          <option key={one.code} value={one.code}>
            {one[language()]}
          </option>
        ))}
      </select>
    </label>
  )
}
