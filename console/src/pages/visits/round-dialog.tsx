import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf, fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { DivisionBox } from '../people/division-box.tsx'
import { questionnairesQuery, type Round, said, touchesVisits } from './queries.ts'

interface RoundForm {
  title: string
  area?: string
  questionnaire: string
  startedAt: string
  targets: Array<{ at: string; percent: number }>
}

const startingTargets = (day: string) => [
  { at: `${day}T12:00`, percent: 50 },
  { at: `${day}T20:00`, percent: 100 },
]

/** A round asks every household of the area from now on; nothing has to be listed beforehand. */
export function RoundDialog({ onClose, onCalled }: { onClose(): void; onCalled(id: string): void }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const questionnaires = useQuery(questionnairesQuery)
  const call = useOperation(
    ({ title, area, questionnaire, startedAt, targets }: RoundForm) => {
      const [key = '', version] = questionnaire.split('/')
      const id = newId()
      const body = {
        id,
        area: area ?? me?.division ?? '',
        title: title.trim(),
        questionnaire: { key, version: Number(version) },
        startedAt: fromLocalInput(startedAt),
        targets: targets.map(({ at, percent }) => ({ at: fromLocalInput(at), percent })),
      }
      return answer(api.POST('/visits/rounds', { body }))
    },
    {
      touches: [['visit-rounds'], ...touchesVisits],
      onDone: ({ id }) => {
        onCalled(id)
        onClose()
      },
    },
  )
  const options = (questionnaires.data?.items ?? []).flatMap((one) => {
    if (one.of === 'places') return []
    const version = one.versions.at(-1)?.version ?? 1
    return { value: `${one.key}/${version}`, label: t('roundForm.version', { name: said(one), version }) }
  })
  const day = dayOf(new Date())
  const needed = [{ required: true, message: t('roundForm.timeNeeded') }]
  return (
    <Dialog
      title={t('roundForm.title')}
      verb={t('roundForm.verb')}
      busy={call.busy}
      refusal={call.refusal}
      form="round"
      onClose={onClose}
    >
      <Form<RoundForm>
        name="round"
        layout="vertical"
        requiredMark={false}
        onFinish={call.send}
        initialValues={{
          title: `${day} ${t('roundForm.defaultName')}`,
          questionnaire: options[0]?.value,
          startedAt: toLocalInput(new Date()),
          targets: startingTargets(day),
        }}
        key={options.length}
      >
        <Form.Item
          name="title"
          label={t('roundForm.name')}
          rules={[{ required: true, min: 2, message: t('roundForm.nameNeeded') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="area" label={t('roundForm.area')}>
          <DivisionBox label={t('roundForm.area')} any={t('visits.wholeArea')} />
        </Form.Item>
        <Form.Item
          name="questionnaire"
          label={t('roundForm.questionnaire')}
          rules={[{ required: true, message: t('roundForm.questionnaireNeeded') }]}
        >
          <Select options={options} loading={questionnaires.isPending} />
        </Form.Item>
        <Form.Item name="startedAt" label={t('roundForm.startedAt')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        <Form.List name="targets">
          {(fields, { add, remove }) => (
            <Form.Item label={t('roundForm.targets')}>
              <div className="stack" style={{ gap: 8 }}>
                {fields.map(({ name, key }) => (
                  <span key={key} className="row">
                    <Form.Item name={[name, 'at']} rules={needed} noStyle>
                      <Input type="datetime-local" aria-label={t('roundForm.by')} style={{ width: 220 }} />
                    </Form.Item>
                    <Form.Item name={[name, 'percent']} rules={needed} noStyle>
                      <InputNumber min={1} max={100} aria-label={t('roundForm.percent')} suffix="%" />
                    </Form.Item>
                    <Button type="text" onClick={() => remove(name)}>
                      {t('roundForm.removeTarget')}
                    </Button>
                  </span>
                ))}
                <Button size="small" onClick={() => add({ at: `${day}T20:00`, percent: 100 })}>
                  {t('roundForm.addTarget')}
                </Button>
              </div>
            </Form.Item>
          )}
        </Form.List>
      </Form>
    </Dialog>
  )
}

export function EndRound({ round, onClose }: { round: Round; onClose(): void }) {
  const { t } = useTranslation()
  const end = useOperation(
    ({ endedAt }: { endedAt: string }) =>
      answer(
        api.POST('/visits/rounds/{roundId}/end', {
          params: { path: { roundId: round.id } },
          body: { endedAt: fromLocalInput(endedAt) },
        }),
      ),
    { touches: [['visit-rounds'], ...touchesVisits], onDone: onClose },
  )
  return (
    <Dialog
      title={`${t('roundForm.end')} · ${round.title}`}
      verb={t('roundForm.end')}
      danger
      busy={end.busy}
      refusal={end.refusal}
      form="end-round"
      onClose={onClose}
    >
      <p>{t('roundForm.endAbout')}</p>
      <Form<{ endedAt: string }>
        name="end-round"
        layout="vertical"
        requiredMark={false}
        onFinish={end.send}
        initialValues={{ endedAt: toLocalInput(new Date()) }}
      >
        <Form.Item
          name="endedAt"
          label={t('roundForm.endedAt')}
          rules={[{ required: true, message: t('roundForm.timeNeeded') }]}
        >
          <Input type="datetime-local" max={toLocalInput(new Date())} style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
