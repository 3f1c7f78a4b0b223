import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Skeleton } from '../../ui/page.tsx'
import { AuthenticatorForm } from './authenticator-form.tsx'
import { type Answered, beginSecondFactor, showSecondFactor } from './calls.ts'

interface SetUpStepProps {
  challenge: string
  onAnswer(answer: Answered): void
}

/** Somebody whose seat needs a second factor and who has none yet makes one before the door opens. */
export function SetUpStep({ challenge, onAnswer }: SetUpStepProps) {
  const { t } = useTranslation()
  const secret = useQuery({
    queryKey: ['set-up', challenge],
    queryFn: () => beginSecondFactor(challenge),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const prove = useOperation((code: string) => showSecondFactor(challenge, code), {
    onDone: onAnswer,
  })
  return (
    <Loaded query={secret} skeleton={<Skeleton lines={6} height={28} />} empty="never">
      {(made) => (
        <AuthenticatorForm
          made={made}
          verb={t('signIn.confirm')}
          busy={prove.busy}
          refusal={prove.refusal}
          onCode={prove.send}
        />
      )}
    </Loaded>
  )
}
