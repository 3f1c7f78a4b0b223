import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownAddress } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import type { Answered } from './calls.ts'
import { Door } from './door.tsx'
import { PasswordStep } from './password-step.tsx'
import { SecondStep } from './second-step.tsx'
import { SetUpStep } from './set-up-step.tsx'

type Challenge = Extract<Answered, { outcome: 'second-factor' }>

const route = getRouteApi('/sign-in')

export default function SignInPage() {
  const { t } = useTranslation()
  const { next } = route.useSearch()
  const queries = useQueryClient()
  const router = useRouter()
  const [challenge, setChallenge] = useState<Challenge | null>(null)
  const answered = (answer: Answered) => {
    if (answer.outcome === 'second-factor') return setChallenge(answer)
    queries.clear()
    queries.setQueryData(meQuery.queryKey, answer.me)
    router.history.push(ownAddress(next))
  }
  if (challenge?.methods.includes('set-up')) {
    return (
      <Door title={t('signIn.setUpTitle')} about={t('signIn.setUpAbout')}>
        <SetUpStep challenge={challenge.challenge} onAnswer={answered} />
      </Door>
    )
  }
  if (challenge) {
    return (
      <Door title={t('signIn.secondTitle')} about={t('signIn.secondAbout')}>
        <SecondStep challenge={challenge.challenge} onAnswer={answered} onBack={() => setChallenge(null)} />
      </Door>
    )
  }
  return (
    <Door title={t('signIn.title')}>
      <PasswordStep onAnswer={answered} />
    </Door>
  )
}
