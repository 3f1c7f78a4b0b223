import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { meQuery } from '../../session.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { usePurpose } from '../../ui/purpose.tsx'
import { codeOf, placeOf } from './counted.ts'
import type { FoundCard } from './queries.ts'
import styles from './re-entry.module.css'

interface CodeBoxProps {
  input: RefObject<HTMLInputElement | null>
  /** The village of the card before: within it the number is enough. */
  village: string | null
  first: string
  onFound(card: FoundCard): void
}

/** From what stands on the paper to the household; a digit that cannot be right is said before anybody is asked. */
export function CodeBox({ input, village, first, onFound }: CodeBoxProps) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const { header } = usePurpose()
  const [typed, setTyped] = useState(first)
  const [isWrong, setWrong] = useState(false)
  const [waiting, setWaiting] = useState<string | null>(null)
  const find = useOperation(
    (code: string) => answer(api.GET('/visits/cards/{code}', { params: { header, path: { code } } })),
    {
      onDone: (card) => {
        setTyped('')
        onFound(card)
      },
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const place = placeOf(typed, String(me?.county ?? ''), village)
    setWrong(place === null)
    if (place) setWaiting(codeOf(place))
  }
  const { send } = find
  // Somebody may type faster than the page learns for which purposes this seat may look.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent once for each code that was entered
  useEffect(() => {
    if (waiting === null || header === undefined) return
    setWaiting(null)
    send(waiting)
  }, [waiting, header === undefined])
  return (
    <form className="stack" onSubmit={submit} style={{ gap: 10 }}>
      <div className={styles.code}>
        <label className={styles.field}>
          {t('reEntry.code')}
          <input
            ref={input}
            className={styles.codeInput}
            inputMode="numeric"
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the page is for typing one code after the other
            autoFocus
            placeholder="100201-00013-4"
            aria-describedby="code-hint"
            aria-invalid={isWrong}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <Button htmlType="submit" size="large" loading={find.busy}>
          {t('reEntry.find')}
        </Button>
        <span id="code-hint" className="small muted">
          {t('reEntry.codeHint')}
        </span>
      </div>
      {isWrong && (
        <p role="alert" style={{ color: 'var(--alarm)' }}>
          {t('reEntry.wrong')}
        </p>
      )}
      {find.refusal ? <ProblemNotice error={find.refusal} /> : null}
    </form>
  )
}
