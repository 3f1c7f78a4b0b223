import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './publicity.module.css'
import { CHANNEL_KINDS, type ChannelKind, type Content, hand, type PieceKind } from './queries.ts'

const readable = (content: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)))

interface PreviewProps {
  division: string
  kind: PieceKind
  /** Null while there is nothing to show yet. */
  content: Content | null
}

/** How the words would go out, before anything is kept. */
export function Preview({ division, kind, content }: PreviewProps) {
  const { t, i18n } = useTranslation()
  const [channel, setChannel] = useState<ChannelKind>('board')
  const shown = useDeferredValue(content)
  const query = useQuery({
    queryKey: ['publicity-preview', division, kind, channel, shown],
    queryFn: () =>
      answer(api.POST('/piece-previews', { body: { division, kind, channel, content: shown as Content } })),
    enabled: shown !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const choose = (
    <Select
      aria-label={t('publicity.channel')}
      value={channel}
      style={{ minWidth: 150 }}
      options={CHANNEL_KINDS.map((one) => ({ value: one, label: t(`publicity.channelKind.${one}`) }))}
      onChange={setChannel}
    />
  )
  const made = query.data
  return (
    <Card title={t('publicity.preview')} extra={choose}>
      <div className="stack">
        {shown === null && <p className="muted">{t('publicity.previewWhen')}</p>}
        {query.error ? <ProblemNotice error={query.error} /> : null}
        {made && made.remarks.length > 0 && (
          <ul>
            {made.remarks.map((one) => (
              <li key={one.path + one.zh} className={styles.why}>
                {i18n.language.startsWith('en') ? one.en : one.zh}
              </li>
            ))}
          </ul>
        )}
        {made?.seconds ? <p>{t('publicity.takes', { count: made.seconds })}</p> : null}
        {made && <Shown made={made} />}
      </div>
    </Card>
  )
}

function Shown({ made }: { made: { fileName: string; type: string; content: string } }) {
  const { t } = useTranslation()
  if (made.type.startsWith('text/html'))
    return <iframe className={styles.frame} title={t('publicity.preview')} sandbox="" srcDoc={readable(made.content)} />
  if (/^text\/|json|xml|rfc822/.test(made.type)) return <pre className={styles.preview}>{readable(made.content)}</pre>
  return <Button onClick={() => hand(made)}>{t('publicity.openFile', { name: made.fileName })}</Button>
}
