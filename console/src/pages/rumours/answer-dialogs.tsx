import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { dateTime, dayOf } from '../../ui/format.ts'
import { answersQuery, topicsQuery, touchesRumours } from './queries.ts'
import { pathOf, Words, type Working } from './topic-dialogs.tsx'

const MATTERS = ['fraud', 'price-gouging', 'false-goods', 'safety', 'other'] as const
const useNeeded = () => [{ required: true, message: useTranslation().t('rumours.needed') }]

/** Which piece answered it: the piece is written, passed and sent out in public information. */
export function AnswerDialog({ card, onClose }: Working) {
  const { t } = useTranslation()
  const needed = useNeeded()
  const pieces = useQuery(answersQuery(card.topic.id)).data
  const findings = card.history.filter(({ is }) => is === 'verified').toReversed()
  return (
    <FactDialog<{ pieceId: string; verdictId: string; channels: string }>
      name="answer-topic"
      title={t('rumours.do.answer')}
      verb={t('forms.save')}
      about={pieces?.length === 0 || findings.length === 0 ? t('rumours.noPiece') : t('rumours.answerAbout')}
      touches={touchesRumours}
      initial={findings[0] ? { verdictId: findings[0].id } : {}}
      send={({ channels, ...said }) =>
        answer(
          api.POST('/rumour-topics/{topicId}/answers', {
            params: pathOf(card),
            body: { ...said, channels: channels.split(/[,,、\s]+/).filter(Boolean) },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="pieceId" label={t('rumours.piece')} rules={needed}>
        <Select
          options={pieces?.map(({ id, title, publishedAt }) => ({
            value: id,
            label: `${title} · ${dateTime(publishedAt ?? '')}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="verdictId" label={t('rumours.verdict')} rules={needed}>
        <Select
          options={findings.map(({ id, at, said }) => ({
            value: id,
            label: `${t(`rumours.verdicts.${said['verdict'] as 'true'}`)} · ${dateTime(at)}`,
          }))}
        />
      </Form.Item>
      <Words name="channels" label={t('rumours.answerChannels')} max={200} />
    </FactDialog>
  )
}

type Matter = { matter: (typeof MATTERS)[number]; documentNo: string; authority: string; sentOn: string; note: string }
export function ReferDialog({ card, onClose }: Working) {
  const { t } = useTranslation()
  return (
    <FactDialog<Matter>
      name="refer-matter"
      title={t('rumours.do.refer')}
      verb={t('forms.save')}
      about={t('rumours.referAbout')}
      touches={touchesRumours}
      initial={{ matter: 'price-gouging', sentOn: dayOf(card.asOf) }}
      send={(body) => answer(api.POST('/rumour-topics/{topicId}/referrals', { params: pathOf(card), body }))}
      onClose={onClose}
    >
      <Form.Item name="matter" label={t('rumours.matter')}>
        <Radio.Group options={MATTERS.map((value) => ({ value, label: t(`rumours.matters.${value}`) }))} />
      </Form.Item>
      <Words name="documentNo" label={t('rumours.documentNo')} />
      <Words name="authority" label={t('rumours.authority')} />
      <Form.Item name="sentOn" label={t('rumours.sentOn')} rules={useNeeded()}>
        <Input type="date" style={{ width: 180 }} />
      </Form.Item>
      <Words name="note" label={t('rumours.matterNote')} max={1000} rows />
    </FactDialog>
  )
}

export function MergeDialog({ card, onClose }: Working) {
  const { t } = useTranslation()
  const open = useInfiniteQuery(topicsQuery({ show: 'open' })).data?.pages.flatMap(({ items }) => items) ?? []
  const near = new Map(card.alike.map(({ id, likeness }) => [id, likeness]))
  const others = open
    .filter(({ id }) => id !== card.topic.id)
    .toSorted((one, other) => (near.get(other.id) ?? 0) - (near.get(one.id) ?? 0))
  return (
    <FactDialog<{ intoId: string; why: string }>
      name="merge-topics"
      title={t('rumours.do.merge')}
      verb={t('forms.save')}
      about={t('rumours.mergeAbout')}
      touches={touchesRumours}
      send={(body) => answer(api.POST('/rumour-topics/{topicId}/merge', { params: pathOf(card), body }))}
      onClose={onClose}
    >
      <Form.Item name="intoId" label={t('rumours.into')} rules={useNeeded()}>
        <Select options={others.map(({ id, title }) => ({ value: id, label: title ?? t('rumours.untitled') }))} />
      </Form.Item>
      <Words name="why" label={t('rumours.why')} max={500} rows />
    </FactDialog>
  )
}

export function SplitDialog({ card, onClose }: Working) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ wordings: string[]; why: string }>
      name="split-topic"
      title={t('rumours.do.split')}
      verb={t('forms.save')}
      about={t('rumours.splitAbout')}
      touches={touchesRumours}
      initial={{ wordings: [] }}
      send={(said) =>
        answer(api.POST('/rumour-topics/{topicId}/split', { params: pathOf(card), body: { ...said, intoId: newId() } }))
      }
      onClose={onClose}
    >
      <Form.Item name="wordings" label={t('rumours.wordings')} rules={useNeeded()}>
        <Checkbox.Group
          style={{ display: 'grid', gap: 8 }}
          options={card.wordings.map(({ id, words, items }) => ({ value: id, label: `${words} (${items})` }))}
        />
      </Form.Item>
      <Words name="why" label={t('rumours.why')} max={500} rows />
    </FactDialog>
  )
}
