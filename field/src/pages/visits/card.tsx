import type { Answer as Wire } from '@qunfang/client'
import { useRef, useState } from 'preact/hooks'
import { answerOf, api, as } from '../../api.ts'
import type { StoredSession } from '../../database.ts'
import { Camera } from '../../ui/camera.tsx'
import { goTo, paths } from '../../ui/router.ts'
import { codeIn } from './card-code.ts'
import { useVisitText } from './texts.ts'

type State = 'shut' | 'open' | 'asking' | 'wrong' | 'unanswered'

/** A card leads to its door. Which door has which number only the server knows, so it needs a network; the list does not. */
export function CardFinder({ session }: { session: StoredSession }) {
  const t = useVisitText()
  const [state, setState] = useState<State>('shut')
  const last = useRef('')
  async function find(text: string) {
    if (text === last.current) return
    last.current = text
    const code = codeIn(text, session)
    if (!code) return setState('wrong')
    setState('asking')
    const answer = await answerOf<Wire<'/visits/cards/{code}'>>(
      api.GET('/visits/cards/{code}', {
        params: { path: { code } },
        ...as(session.token, { 'qunfang-purpose': 'home-visit' }),
      }),
    )
    if (answer.is === 'ok') return goTo(paths.visit(answer.value.householdId))
    last.current = ''
    setState(answer.is === 'silence' ? 'unanswered' : 'wrong')
  }
  if (state === 'shut') {
    return (
      <button type="button" class="wide" onClick={() => setState('open')}>
        {t('card.open')}
      </button>
    )
  }
  return (
    <section class="card">
      <Camera onCode={(text) => void find(text)} />
      <label class="field">
        {t('card.type')}
        <input
          name="card"
          inputMode="numeric"
          autocomplete="off"
          maxLength={20}
          onChange={(event) => void find(event.currentTarget.value)}
        />
      </label>
      <p role="alert" class="bad">
        {(state === 'wrong' || state === 'unanswered') && t(`card.${state}`)}
      </p>
      <button type="button" class="wide" onClick={() => setState('shut')}>
        {t('card.shut')}
      </button>
    </section>
  )
}
