import '../../ui/styles/reading-out.css'
import { useEffect } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { canSpeak, startReading, stopReading, voice } from '../../device/voice.ts'
import { lang, pageText } from '../../i18n/index.ts'
import { readBroadcasts, refreshBroadcasts } from '../../replica/broadcasts.ts'
import { tellsPlays } from '../../replica/plays.ts'
import { useCell } from '../../ui/cell.ts'
import { Help } from '../../ui/help.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import type { PageProps } from '../../works.ts'
import { PlayPage } from './play.tsx'
import { Plays } from './plays.tsx'

const useReadingText = pageText({
  zh: {
    title: '手机喊话',
    mute: '这台手机不能朗读。请换一台,或在系统设置里装上中文语音。',
    published: '县里发布的广播稿',
    none: '这台手机上还没有发布的广播稿;可以自己写。',
    own: '要念的话',
    ownHint: '从上面选一篇,或自己写',
    speed: '语速',
    speeds: { slow: '慢', usual: '正常', quick: '快' },
    pause: '念完一遍,停',
    seconds: '{{count}} 秒',
    start: '开始念',
    stop: '停',
    speaking: '正在念,第 {{nth}} 遍',
    pausing: '念完 {{count}} 遍,歇一会儿再念',
    still: '已念 {{count}} 遍',
    help: {
      title: '三步就好',
      one: '① 选一篇广播稿,或自己写几句',
      two: '② 手机靠近大喇叭的话筒,音量开到最大',
      three: '③ 点“开始念”,一直循环到您点“停”',
      ok: '知道了',
    },
  },
  en: {
    title: 'Read out',
    mute: 'This phone cannot read aloud. Take another, or add a voice in its settings.',
    published: 'Broadcasts that the county has published',
    none: 'No published broadcast is on this phone yet; write your own.',
    own: 'What to read',
    ownHint: 'Choose one above, or write your own',
    speed: 'Speed',
    speeds: { slow: 'Slow', usual: 'Normal', quick: 'Quick' },
    pause: 'Pause after each time',
    seconds: '{{count}} s',
    start: 'Start reading',
    stop: 'Stop',
    speaking: 'Reading, time {{nth}}',
    pausing: 'Read {{count}} times, pausing',
    still: 'Read {{count}} times',
    help: {
      title: 'Three steps',
      one: '① Choose a broadcast, or write a few lines',
      two: '② Hold the phone to the loudspeaker’s microphone, volume up',
      three: '③ Tap “Start reading”; it goes on until you tap “Stop”',
      ok: 'Got it',
    },
  },
})

const SPEEDS = { slow: 0.8, usual: 1, quick: 1.2 } as const
const PAUSES_S = [5, 15, 30, 60] as const
interface Form {
  text: string
  speed: keyof typeof SPEEDS
  pauseS: number
}

export default function ReadingOutPage({ session, id }: PageProps) {
  if (id) return <PlayPage key={id} session={session} slotId={id} />
  return <ReadingOut session={session} />
}

/** For a loudspeaker whose recording is not there yet: the phone reads, again and again. */
function ReadingOut({ session }: { session: StoredSession }) {
  const t = useReadingText()
  const empty = (): Form => ({ text: '', speed: 'usual', pauseS: 15 })
  const [form, change] = useDraft<Form>(`reading-out:${session.accountId}`, session.accountId, empty)
  const published = useLive(() => readBroadcasts(session), [session.county]) ?? []
  useEffect(() => void refreshBroadcasts(session).catch(() => undefined), [session.token])
  // Whoever leaves the page or locks the phone does not leave it talking.
  useEffect(() => stopReading, [])
  if (!form) return null
  return (
    <main class="page reading-out">
      <Help name="reading-out" title={t('help.title')} ok={t('help.ok')}>
        {[t('help.one'), t('help.two'), t('help.three')]}
      </Help>
      <h1>{t('title')}</h1>
      {tellsPlays(session) && <Plays session={session} />}
      {!canSpeak() && <p class="bad">{t('mute')}</p>}
      <h2>{t('published')}</h2>
      {published.length === 0 && <p class="sub">{t('none')}</p>}
      {published.map(({ id, title, text }) => (
        <button key={id} type="button" class="wide" aria-pressed={form.text === text} onClick={() => change({ text })}>
          {title}
        </button>
      ))}
      <label class="field">
        {t('own')}
        <textarea
          name="said"
          rows={5}
          maxLength={4000}
          placeholder={t('ownHint')}
          value={form.text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </label>
      <h3>{t('speed')}</h3>
      <Segments
        label={t('speed')}
        options={Object.keys(SPEEDS) as Array<keyof typeof SPEEDS>}
        value={form.speed}
        words={(speed) => t(`speeds.${speed}`)}
        onChoose={(speed) => change({ speed })}
      />
      <h3>{t('pause')}</h3>
      <Segments
        label={t('pause')}
        options={PAUSES_S}
        value={form.pauseS}
        words={(count) => t('seconds', { count })}
        onChoose={(pauseS) => change({ pauseS })}
      />
      <Playing form={form} />
    </main>
  )
}

function Playing({ form }: { form: Form }) {
  const t = useReadingText()
  const { is, times } = useCell(voice)
  const start = () =>
    startReading({
      text: form.text,
      lang: lang() === 'en' && !/[\u4e00-\u9fff]/.test(form.text) ? 'en-US' : 'zh-CN',
      rate: SPEEDS[form.speed],
      pauseMs: form.pauseS * 1000,
      loop: true,
    })
  return (
    <div class="playing">
      <p role="status">
        {is === 'speaking' && t('speaking', { nth: times + 1 })}
        {is === 'pausing' && t('pausing', { count: times })}
        {is === 'still' && times > 0 && t('still', { count: times })}
      </p>
      {is === 'still' ? (
        <button type="button" class="wide primary" disabled={!canSpeak() || !form.text.trim()} onClick={start}>
          {t('start')}
        </button>
      ) : (
        <button type="button" class="wide amber" onClick={stopReading}>
          {t('stop')}
        </button>
      )}
    </div>
  )
}
