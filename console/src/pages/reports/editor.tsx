import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type Block, type ReportDetails, touchesReports } from './queries.ts'
import styles from './reports.module.css'

interface ParagraphProps {
  block: Block
  nth: number
  onChange(block: Block): void
  onDrop(): void
}

function Paragraph({ block, nth, onChange, onDrop }: ParagraphProps) {
  const { t } = useTranslation()
  const heading = (patch: Partial<Block['heading']>) => onChange({ ...block, heading: { ...block.heading, ...patch } })
  const label = (name: string) => `${name} ${nth + 1}`
  return (
    <Card
      title={t('reports.paragraph', { nth: nth + 1 })}
      extra={<Button onClick={onDrop}>{t('reports.drop')}</Button>}
    >
      <div className={styles.languages}>
        <Input
          aria-label={label(t('reports.headingZh'))}
          value={block.heading.zh}
          maxLength={60}
          onChange={(event) => heading({ zh: event.target.value })}
        />
        <Input
          aria-label={label(t('reports.headingEn'))}
          value={block.heading.en}
          maxLength={120}
          onChange={(event) => heading({ en: event.target.value })}
        />
        <Input.TextArea
          aria-label={label(t('reports.textZh'))}
          value={block.zh}
          maxLength={4000}
          autoSize={{ minRows: 4 }}
          onChange={(event) => onChange({ ...block, zh: event.target.value })}
        />
        <Input.TextArea
          aria-label={label(t('reports.textEn'))}
          value={block.en}
          maxLength={6000}
          autoSize={{ minRows: 4 }}
          onChange={(event) => onChange({ ...block, en: event.target.value })}
        />
      </div>
    </Card>
  )
}

const EMPTY: Block = { heading: { zh: '', en: '' }, zh: '', en: '' }

/** The words may be changed; a number stays the figure it stands for. */
export function Editor({ report, onClose }: { report: ReportDetails; onClose(): void }) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(report.title)
  const [blocks, setBlocks] = useState(report.blocks)
  const keep = useOperation(
    () =>
      answer(
        api.POST('/situation-reports/{reportId}/versions', {
          params: { path: { reportId: report.id } },
          body: { id: newId(), onVersion: report.versionId, title, blocks },
        }),
      ),
    { touches: touchesReports, onDone: onClose },
  )
  return (
    <div className="stack">
      <p className={styles.note}>{t('reports.editing')}</p>
      <Input
        aria-label={t('reports.title')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
      />
      {blocks.map((block, nth) => (
        <Paragraph
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name than its place
          key={nth}
          block={block}
          nth={nth}
          onChange={(changed) => setBlocks(blocks.map((one, at) => (at === nth ? changed : one)))}
          onDrop={() => setBlocks(blocks.filter((_, at) => at !== nth))}
        />
      ))}
      {keep.refusal ? <ProblemNotice error={keep.refusal} /> : null}
      <div className="row">
        <Button type="primary" loading={keep.busy} onClick={() => keep.send(undefined)}>
          {t('reports.keep')}
        </Button>
        <Button onClick={() => setBlocks([...blocks, EMPTY])}>{t('reports.addParagraph')}</Button>
        <Button onClick={onClose}>{t('forms.cancel')}</Button>
      </div>
    </div>
  )
}
