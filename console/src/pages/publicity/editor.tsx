import { Button, Checkbox, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Preview } from './preview.tsx'
import styles from './publicity.module.css'
import { type Content, MEASURES, type Measure, PIECE_KINDS, type PieceKind, type PieceText } from './queries.ts'
import { readLines, readTyped, writeTyped } from './typed.ts'

interface Typed {
  title: string
  body: string
  duties: string
  rights: string
}
export interface Draft {
  kind: PieceKind
  signed: string
  warning: boolean
  event: string
  measures: Measure[]
  zh: Typed
  en: Typed
}
const NOTHING: Typed = { title: '', body: '', duties: '', rights: '' }
export const emptyDraft: Draft = {
  kind: 'notice',
  signed: '',
  warning: false,
  event: '',
  measures: [],
  zh: NOTHING,
  en: NOTHING,
}

const typedOf = (text: PieceText | undefined): Typed =>
  text
    ? {
        title: text.title,
        body: writeTyped(text.blocks ?? []),
        duties: (text.duties ?? []).join('\n'),
        rights: (text.rights ?? []).join('\n'),
      }
    : NOTHING
export const draftOf = (kind: PieceKind, content: Content): Draft => ({
  kind,
  signed: content.signed.join('\n'),
  warning: Boolean(content.alert),
  event: content.alert?.event ?? '',
  measures: [...(content.measures ?? [])],
  zh: typedOf(content.texts.find(({ lang }) => lang === 'zh')),
  en: typedOf(content.texts.find(({ lang }) => lang === 'en')),
})
const textOf = (lang: string, typed: Typed): PieceText => ({
  lang,
  title: typed.title.trim(),
  blocks: readTyped(typed.body),
  duties: readLines(typed.duties),
  rights: readLines(typed.rights),
})
export const contentOf = ({ kind, signed, warning, event, measures, zh, en }: Draft): Content => ({
  audience: ['everybody'],
  texts: [textOf('zh', zh), ...(en.title.trim() ? [textOf('en', en)] : [])],
  signed: readLines(signed),
  alert: warning
    ? { event: event.trim(), responses: ['Prepare'], urgency: 'Expected', severity: 'Severe', certainty: 'Likely' }
    : null,
  ...(kind === 'legal-notice' && measures.length > 0 ? { measures } : {}),
})

interface EditorProps {
  initial: Draft
  division: string
  /** The kind of a piece does not change once it is kept. */
  fixed?: boolean
  busy: boolean
  refusal: unknown
  onKeep(draft: Draft): void
}

/** Words in two languages, beside how they look in a channel. */
export function Editor({ initial, division, fixed = false, busy, refusal, onKeep }: EditorProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(initial)
  const [lang, setLang] = useState<'zh' | 'en'>('zh')
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const typed = draft[lang]
  const type = (part: Partial<Typed>) => change({ [lang]: { ...typed, ...part } })
  const content = contentOf(draft)
  const isReady =
    draft.zh.title.trim() !== '' && content.signed.length > 0 && (!draft.warning || draft.event.trim() !== '')
  const isLegal = draft.kind === 'legal-notice'
  return (
    <div className={styles.beside}>
      <Card title={t('publicity.words')}>
        <Form layout="vertical" requiredMark={false} onFinish={() => onKeep(draft)}>
          <Form.Item label={t('publicity.kindName')} htmlFor="piece-kind">
            <Select
              id="piece-kind"
              disabled={fixed}
              value={draft.kind}
              options={PIECE_KINDS.map((one) => ({ value: one, label: t(`publicity.kind.${one}`) }))}
              onChange={(kind) => change({ kind })}
            />
          </Form.Item>
          <Form.Item label={t('publicity.signed')} htmlFor="piece-signed">
            <Input.TextArea
              id="piece-signed"
              autoSize={{ minRows: 1, maxRows: 6 }}
              value={draft.signed}
              onChange={({ target }) => change({ signed: target.value })}
            />
          </Form.Item>
          <Form.Item>
            <Segmented
              aria-label={t('publicity.languages')}
              value={lang}
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              onChange={setLang}
            />
          </Form.Item>
          <Form.Item label={t('publicity.titleOf')} htmlFor="piece-title">
            <Input
              id="piece-title"
              maxLength={100}
              value={typed.title}
              onChange={({ target }) => type({ title: target.value })}
            />
          </Form.Item>
          <Form.Item label={t('publicity.body')} htmlFor="piece-body" extra={t('publicity.bodyHow')}>
            <Input.TextArea
              id="piece-body"
              autoSize={{ minRows: 8, maxRows: 22 }}
              value={typed.body}
              onChange={({ target }) => type({ body: target.value })}
            />
          </Form.Item>
          {isLegal &&
            (['duties', 'rights'] as const).map((part) => (
              <Form.Item
                key={part}
                label={t(`publicity.${part}`)}
                htmlFor={`piece-${part}`}
                extra={t('publicity.eachLine')}
              >
                <Input.TextArea
                  id={`piece-${part}`}
                  autoSize={{ minRows: 3, maxRows: 12 }}
                  value={typed[part]}
                  onChange={({ target }) => type({ [part]: target.value })}
                />
              </Form.Item>
            ))}
          {isLegal && (
            <Form.Item label={t('publicity.measuresOf')} htmlFor="piece-measures" extra={t('publicity.measuresHow')}>
              <Select
                id="piece-measures"
                mode="multiple"
                value={draft.measures}
                options={MEASURES.map((one) => ({ value: one, label: t(`publicity.measure.${one}`) }))}
                onChange={(measures) => change({ measures })}
              />
            </Form.Item>
          )}
          <Form.Item>
            <Checkbox checked={draft.warning} onChange={({ target }) => change({ warning: target.checked })}>
              {t('publicity.warning')}
            </Checkbox>
          </Form.Item>
          {draft.warning && (
            <Form.Item label={t('publicity.event')} htmlFor="piece-event">
              <Input
                id="piece-event"
                maxLength={60}
                value={draft.event}
                onChange={({ target }) => change({ event: target.value })}
              />
            </Form.Item>
          )}
          {refusal ? <ProblemNotice error={refusal} /> : null}
          <Button type="primary" htmlType="submit" loading={busy} disabled={!isReady}>
            {t('publicity.keep')}
          </Button>
        </Form>
      </Card>
      <Preview division={division} kind={draft.kind} content={isReady ? content : null} />
    </div>
  )
}
