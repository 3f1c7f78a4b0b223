import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { catalogueQuery, type FigureName } from '../figures/queries.ts'
import { type Decision, standingQuery, touchesTasks } from './queries.ts'

interface Said {
  post: string
  at: string
  decision: string
  grounds: string
  documentId?: string
  figures?: FigureName[]
  figuresAt: string
  why?: string
}

/** Figures are chosen and never typed: the server looks them up as of the moment that is said. */
export function DecisionDialog({ corrects, onClose }: { corrects: Decision | null; onClose(): void }) {
  const { t } = useTranslation()
  const division = useQuery(meQuery).data?.seat?.division ?? ''
  const documents = useQuery(standingQuery).data?.items ?? []
  const catalogue = useQuery(catalogueQuery).data?.items ?? []
  const now = toLocalInput(useCountyMoment() ?? new Date())
  const keep = useOperation(
    ({ at, figures = [], figuresAt, documentId, why, ...said }: Said) => {
      const asOf = fromLocalInput(figuresAt)
      const area = corrects?.division ?? division
      const body = {
        ...said,
        ...{ id: newId(), division: area, decidedAt: fromLocalInput(at), documentId: documentId ?? null },
        figures: figures.map((figure) => ({ figure, area, asOf })),
        ...(corrects ? { corrects: corrects.id, why: why ?? '' } : {}),
      }
      return answer(api.POST('/decisions', { body }))
    },
    { touches: touchesTasks, onDone: onClose },
  )
  const needed = [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
  const first = corrects
    ? {
        ...corrects,
        ...{ at: toLocalInput(corrects.decidedAt), documentId: corrects.document?.id, why: '' },
        figures: corrects.figures.map(({ figure }) => figure),
        figuresAt: corrects.figures[0] ? toLocalInput(corrects.figures[0].asOf) : now,
      }
    : { at: now, figuresAt: now }
  return (
    <Dialog
      title={t(corrects ? 'measures.correct' : 'measures.decide')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="decision"
      onClose={onClose}
    >
      <Form name="decision" layout="vertical" requiredMark={false} initialValues={first} onFinish={keep.send}>
        <Form.Item name="decision" label={t('measures.decision')} extra={t('command.noteAbout')} rules={needed}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item name="grounds" label={t('measures.grounds')} rules={needed}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item name="post" label={t('measures.post')} rules={needed}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="at" label={t('measures.decidedAt')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="documentId" label={t('measures.document')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={documents.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          />
        </Form.Item>
        <Form.Item name="figures" label={t('measures.figures')} extra={t('measures.figuresAbout')}>
          <Select
            mode="multiple"
            maxCount={12}
            optionFilterProp="label"
            options={catalogue.map((one) => ({ value: one.name, label: one[language()] }))}
          />
        </Form.Item>
        <Form.Item name="figuresAt" label={t('measures.figuresAt')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        {corrects && (
          <Form.Item name="why" label={t('measures.whyCorrected')} rules={needed}>
            <Input maxLength={300} />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  )
}
