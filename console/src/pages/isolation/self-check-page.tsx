import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { degreesIn } from './entering.ts'
import styles from './readings.module.css'
import { symptomWord } from './readings-queries.ts'

interface Given {
  temperatureC: number | null
  symptoms: string[]
}
type Asked = Awaited<ReturnType<typeof openLink>>
const openLink = (code: string) => answer(api.POST('/self-check/open', { body: { code } }))

/** One question and one button. It names nobody: whoever finds the phone learns nothing of who is asked. */
export default function SelfCheckPage() {
  const { t } = useTranslation()
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const code = hash.replace(/^#/, '')
  const id = useRef(newId())
  const opened = useQuery({
    queryKey: ['self-check', code],
    queryFn: () => openLink(code),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: code !== '',
  })
  const give = useMutation({
    mutationFn: (given: Given) => {
      // The same id at every try, so that a lost answer is no second reading.
      const body = { code, id: id.current, recordedAt: new Date().toISOString(), ...given }
      return answer(api.POST('/self-check/answer', { body }))
    },
  })
  if (give.data) {
    return (
      <Frame>
        <h1>{t('selfCheck.thanks')}</h1>
        <p>{t(give.data.abnormal ? 'selfCheck.abnormal' : 'selfCheck.normal')}</p>
      </Frame>
    )
  }
  return (
    <Frame>
      <h1>{t('selfCheck.title')}</h1>
      {code === '' ? (
        <p>{t('selfCheck.noCode')}</p>
      ) : (
        <Loaded query={opened} skeleton={<Skeleton lines={4} height={36} />} empty="never">
          {(asked) => <Questions asked={asked} busy={give.isPending} onGive={give.mutate} />}
        </Loaded>
      )}
      {give.error ? <ProblemNotice error={give.error} /> : null}
    </Frame>
  )
}

function Frame({ children }: { children: ReactNode }) {
  return <main className={styles.self}>{children}</main>
}

interface QuestionsProps {
  asked: Asked
  busy: boolean
  onGive(given: Given): void
}
function Questions({ asked, busy, onGive }: QuestionsProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [symptoms, setSymptoms] = useState<string[]>([])
  const temperatureC = degreesIn(typed)
  const turn = (code: string, has: boolean) =>
    setSymptoms((before) => (has ? [...before, code] : before.filter((one) => one !== code)))
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (temperatureC !== null || !asked.asksTemperature) onGive({ temperatureC, symptoms })
      }}
    >
      <p>{t('selfCheck.which', { day: asked.day, slot: t(`readings.slot.${asked.slot}`) })}</p>
      <div>
        <label htmlFor="degrees">{t('selfCheck.temperature')}</label>
        <input
          id="degrees"
          inputMode="decimal"
          autoComplete="off"
          maxLength={5}
          placeholder="36.5"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <fieldset className={styles.choices}>
        <legend>{t('selfCheck.symptoms')}</legend>
        {asked.symptoms.map((code) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={symptoms.includes(code)}
              onChange={(event) => turn(code, event.target.checked)}
            />
            {symptomWord(code)}
          </label>
        ))}
      </fieldset>
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={busy}
        disabled={temperatureC === null && asked.asksTemperature}
      >
        {t('selfCheck.send')}
      </Button>
    </form>
  )
}
