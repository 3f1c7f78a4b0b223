import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './documents.module.css'
import { Paper } from './paper.tsx'
import { type Content, previewQuery } from './queries.ts'
import { Remarks } from './remarks.tsx'
import { Superseded } from './superseded.tsx'

const LEVELS = [0, 1, 2, 3, 4] as const
const LABELS = ['', '一、', '（一）', '1．', '（1）']
type Block = Content['body'][number]

function BlockRows({ body, onChange }: { body: readonly Block[]; onChange(body: Block[]): void }) {
  const { t } = useTranslation()
  const put = (nth: number, patch: Partial<Block>) =>
    onChange(body.map((block, at) => (at === nth ? { ...block, ...patch } : block)))
  return (
    <div className={styles.blocks}>
      {body.map((block, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
        <div key={nth} className={styles.block}>
          <Select
            aria-label={t('documents.level', { nth: nth + 1 })}
            value={block.level}
            options={LEVELS.map((level) => ({
              value: level,
              label: level === 0 ? t('documents.plain') : LABELS[level],
            }))}
            onChange={(level: number) => put(nth, { level })}
          />
          <Input.TextArea
            aria-label={t('documents.paragraphText', { nth: nth + 1 })}
            value={block.text}
            maxLength={4000}
            autoSize={{ minRows: 1 }}
            onChange={({ target }) => put(nth, { text: target.value })}
          />
          <Button
            aria-label={t('documents.dropParagraph', { nth: nth + 1 })}
            disabled={body.length === 1}
            onClick={() => onChange(body.filter((_, at) => at !== nth))}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...body, { level: 0, text: '' }])}>{t('documents.addParagraph')}</Button>
      </div>
    </div>
  )
}

interface EditorProps {
  seriesId: string
  documentId: string | null
  initial: Content
  /** What the button does, and what came of it. */
  verb: string
  busy: boolean
  refusal: unknown
  onKeep(content: Content): void
  extra?: ReactNode
}

const SETTLED_MS = 600
/** An empty paragraph is not sent. */
const sendable = (content: Content): Content => ({
  ...content,
  title: content.title.trim(),
  body: content.body.map(({ level, text }) => ({ level, text: text.trim() })).filter(({ text }) => text !== ''),
})

/** The words on the left; how they look on paper and what is wrong with them on the right, as they are written. */
export function Editor({ seriesId, documentId, initial, verb, busy, refusal, onKeep, extra }: EditorProps) {
  const { t } = useTranslation()
  const [content, setContent] = useState(initial)
  const [settled, setSettled] = useState(sendable(initial))
  useEffect(() => {
    const timer = setTimeout(() => setSettled(sendable(content)), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [content])
  const put = (patch: Partial<Content>) => setContent((before) => ({ ...before, ...patch }))
  const isAskable = settled.title !== '' && seriesId !== ''
  const preview = useQuery({ ...previewQuery({ seriesId, documentId, content: settled }), enabled: isAskable })
  return (
    <div className={styles.split}>
      <div className={styles.column}>
        <Card title={t('documents.words')} extra={extra}>
          <div className="stack">
            <label className={styles.field} htmlFor="document-title">
              <span>{t('documents.name')}</span>
              <Input.TextArea
                id="document-title"
                value={content.title}
                maxLength={200}
                autoSize={{ minRows: 1 }}
                onChange={({ target }) => put({ title: target.value })}
              />
            </label>
            <Names label={t('documents.to')} value={content.to} onChange={(to) => put({ to })} />
            <BlockRows body={content.body} onChange={(body) => put({ body })} />
            <Names label={t('documents.copies')} value={content.copies} onChange={(copies) => put({ copies })} />
            <label className={styles.field} htmlFor="document-note">
              <span>{t('documents.note')}</span>
              <Input
                id="document-note"
                value={content.note ?? ''}
                maxLength={200}
                onChange={({ target }) => put({ note: target.value.trim() === '' ? null : target.value })}
              />
            </label>
            <div className="row">
              <Select
                aria-label={t('documents.urgency')}
                value={content.urgency ?? ''}
                options={['', '加急', '特急'].map((one) => ({ value: one, label: one || t('documents.notUrgent') }))}
                onChange={(urgency: string) => put({ urgency: (urgency || null) as Content['urgency'] })}
              />
              <Select
                aria-label={t('documents.seal')}
                value={content.sealed}
                options={[true, false].map((one) => ({
                  value: one,
                  label: t(one ? 'documents.sealed' : 'documents.unsealed'),
                }))}
                onChange={(sealed: boolean) => put({ sealed })}
              />
            </div>
            <Superseded own={documentId} value={content.supersedes} onChange={(supersedes) => put({ supersedes })} />
            {refusal ? <ProblemNotice error={refusal} /> : null}
            <div>
              <Button type="primary" loading={busy} disabled={!isAskable} onClick={() => onKeep(sendable(content))}>
                {verb}
              </Button>
            </div>
          </div>
        </Card>
      </div>
      <div className={styles.column}>
        <Card title={t('documents.check')}>
          {preview.error ? (
            <ProblemNotice error={preview.error} />
          ) : preview.data ? (
            <Remarks remarks={preview.data.remarks} />
          ) : (
            <p className="muted">{t('documents.checkAbout')}</p>
          )}
        </Card>
        {preview.data && <Paper svg={preview.data.picture} title={settled.title} />}
      </div>
    </div>
  )
}

function Names({ label, value, onChange }: { label: string; value: string[]; onChange(value: string[]): void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.field}>
      <span>{label}</span>
      <Select
        mode="tags"
        aria-label={label}
        value={value}
        open={false}
        suffixIcon={null}
        tokenSeparators={['、', '，', ',', ';', '；']}
        placeholder={t('documents.namesAbout')}
        onChange={(names: string[]) => onChange(names.map((name) => name.trim()).filter(Boolean))}
      />
    </div>
  )
}
