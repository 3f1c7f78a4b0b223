import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { type TopicCard, touchesRumours } from './queries.ts'
import { useThemes } from './topics-view.tsx'

export interface Working {
  card: TopicCard
  onClose(): void
}
const KINDS = ['question', 'concern', 'claim', 'void', 'suggestion'] as const
const VERDICTS = ['true', 'false', 'unsettled'] as const
const STEPS = [1, 2, 3, 4, 5]

interface WordsProps {
  name: string
  label: string
  max?: number
  rows?: true
  optional?: true
}
export function Words({ name, label, max = 60, rows, optional }: WordsProps) {
  const { t } = useTranslation()
  const rules = optional ? [] : [{ required: true, whitespace: true, message: t('rumours.needed') }]
  return (
    <Form.Item name={name} label={optional ? `${label} (${t('forms.optional')})` : label} rules={rules}>
      {rows ? (
        <Input.TextArea maxLength={max} autoSize={{ minRows: 2, maxRows: 8 }} />
      ) : (
        <Input maxLength={max} autoComplete="off" />
      )}
    </Form.Item>
  )
}
export const pathOf = ({ topic }: TopicCard) => ({ path: { topicId: topic.id } })

type Coding = { title: string; theme: 'cause'; kind: (typeof KINDS)[number] }
export function CodeDialog({ card, onClose }: Working) {
  const { t } = useTranslation()
  const { title, theme, kind } = card.topic
  const needed = [{ required: true, message: t('rumours.needed') }]
  return (
    <FactDialog<Coding>
      name="code-topic"
      title={t('rumours.do.code')}
      verb={t('forms.save')}
      about={t('rumours.nobody')}
      touches={touchesRumours}
      initial={{ title: title ?? '', kind: kind ?? 'claim', ...(theme ? { theme: theme as 'cause' } : {}) }}
      send={(body) => answer(api.POST('/rumour-topics/{topicId}/codings', { params: pathOf(card), body }))}
      onClose={onClose}
    >
      <Words name="title" label={t('rumours.topic')} />
      <Form.Item name="theme" label={t('rumours.theme')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={useThemes().map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t('rumours.kind')}>
        <Radio.Group options={KINDS.map((value) => ({ value, label: t(`rumours.kinds.${value}`) }))} />
      </Form.Item>
    </FactDialog>
  )
}

export function WeighDialog({ card, onClose }: Working) {
  const { t } = useTranslation()
  const { likelihood, harm } = card.topic
  const options = STEPS.map((value) => ({ value, label: String(value) }))
  return (
    <FactDialog<{ likelihood: number; harm: number; why: string }>
      name="weigh-topic"
      title={t('rumours.do.weigh')}
      verb={t('forms.save')}
      about={t('rumours.weighAbout')}
      touches={touchesRumours}
      initial={{ likelihood: likelihood ?? 3, harm: harm ?? 3 }}
      send={(body) => answer(api.POST('/rumour-topics/{topicId}/assessments', { params: pathOf(card), body }))}
      onClose={onClose}
    >
      <Form.Item name="likelihood" label={t('rumours.likelihood')}>
        <Radio.Group optionType="button" options={options} />
      </Form.Item>
      <Form.Item name="harm" label={t('rumours.harm')}>
        <Radio.Group optionType="button" options={options} />
      </Form.Item>
      <Words name="why" label={t('rumours.why')} max={500} rows />
    </FactDialog>
  )
}

export function ReportDialog({ card, onClose }: Working) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ authority: string; note?: string }>
      name="report-topic"
      title={t('rumours.do.report')}
      verb={t('forms.save')}
      about={t('rumours.nobody')}
      touches={touchesRumours}
      send={({ note, ...said }) =>
        answer(
          api.POST('/rumour-topics/{topicId}/reports', {
            params: pathOf(card),
            body: { ...said, note: note?.trim() || null },
          }),
        )
      }
      onClose={onClose}
    >
      <Words name="authority" label={t('rumours.reportedTo')} />
      <Words name="note" label={t('rumours.note')} max={500} rows optional />
    </FactDialog>
  )
}

type Finding = { verdict: (typeof VERDICTS)[number]; expert: string; sources: string; reasoning: string }
export function VerifyDialog({ card, onClose }: Working) {
  const { t } = useTranslation()
  return (
    <FactDialog<Finding>
      name="verify-topic"
      title={t('rumours.do.verify')}
      verb={t('forms.save')}
      about={t('rumours.verifyAbout')}
      touches={touchesRumours}
      initial={{ verdict: 'unsettled' }}
      send={(body) => answer(api.POST('/rumour-topics/{topicId}/verdicts', { params: pathOf(card), body }))}
      onClose={onClose}
    >
      <Form.Item name="verdict" label={t('rumours.verdict')}>
        <Radio.Group options={VERDICTS.map((value) => ({ value, label: t(`rumours.verdicts.${value}`) }))} />
      </Form.Item>
      <Words name="expert" label={t('rumours.expert')} />
      <Words name="sources" label={t('rumours.grounds')} max={2000} rows />
      <Words name="reasoning" label={t('rumours.reasoning')} max={2000} rows />
    </FactDialog>
  )
}

export function TurnDialog({ card, onClose }: Working) {
  const { t } = useTranslation()
  const turn = card.topic.closedAt ? 'reopened' : 'closed'
  return (
    <FactDialog<{ why: string }>
      name="turn-topic"
      title={t(turn === 'closed' ? 'rumours.do.turn' : 'rumours.do.reopen')}
      verb={t('forms.save')}
      touches={touchesRumours}
      send={(said) =>
        answer(api.POST('/rumour-topics/{topicId}/turns', { params: pathOf(card), body: { ...said, turn } }))
      }
      onClose={onClose}
    >
      <Words name="why" label={t('rumours.why')} max={500} rows />
    </FactDialog>
  )
}
