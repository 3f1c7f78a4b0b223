import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, InputNumber, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { touchesRumours } from './queries.ts'

const SOURCES = ['hotline', 'village', 'channel', 'feed'] as const
const CHANNELS = [
  'wechat-group',
  'moments',
  'weibo',
  'short-video',
  'phone',
  'face-to-face',
  'loudspeaker',
  'other',
] as const
interface Told {
  words: string
  division: string
  source: (typeof SOURCES)[number]
  channel: (typeof CHANNELS)[number]
  items: number
  reach?: number | null
}

/** What was heard, and beside it what will be kept of it. */
export function NewSignal({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const divisions = useQuery({
    queryKey: ['places', 'divisions-for-rumours'],
    queryFn: () => answer(api.GET('/places/divisions', { params: { query: { limit: 1000 } } })),
  }).data?.items
  const [words, setWords] = useState('')
  const needed = [{ required: true, message: t('rumours.needed') }]
  const names = (codes: readonly string[], of: 'sources' | 'channels') =>
    codes.map((value) => ({ value, label: t(`rumours.${of}.${value}` as 'rumours.sources.hotline') }))
  return (
    <FactDialog<Told>
      name="tell-signal"
      title={t('rumours.tell')}
      verb={t('forms.save')}
      about={t('rumours.tellAbout')}
      touches={touchesRumours}
      initial={{ source: 'hotline', channel: 'phone', items: 1, division: divisions?.[0]?.code ?? '' }}
      send={({ at, reach, ...said }) =>
        answer(api.POST('/rumour-signals', { body: { ...said, reach: reach ?? null, heardAt: at } }))
      }
      onClose={onClose}
    >
      <Form.Item name="words" label={t('rumours.words')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input.TextArea
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={({ target }) => setWords(target.value)}
        />
      </Form.Item>
      <WhatIsKept words={words} />
      <Form.Item name="division" label={t('rumours.where')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={divisions?.map(({ code, name }) => ({ value: code, label: name })) ?? []}
        />
      </Form.Item>
      <Form.Item name="source" label={t('rumours.source')}>
        <Select options={names(SOURCES, 'sources')} />
      </Form.Item>
      <Form.Item name="channel" label={t('rumours.channel')}>
        <Select options={names(CHANNELS, 'channels')} />
      </Form.Item>
      <Form.Item name="items" label={t('rumours.howMany')} rules={needed}>
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="reach" label={`${t('rumours.reach')} (${t('forms.optional')})`}>
        <InputNumber min={0} max={100_000_000} precision={0} />
      </Form.Item>
    </FactDialog>
  )
}

function WhatIsKept({ words }: { words: string }) {
  const { t } = useTranslation()
  const asked = useDeferredValue(words.trim())
  const kept = useQuery({
    queryKey: ['rumours', 'preview', asked],
    queryFn: () => answer(api.POST('/rumour-signals/preview', { body: { words: asked } })),
    enabled: asked.length > 1,
    gcTime: 0,
  }).data
  if (!kept || asked.length < 2) return null
  return (
    <Alert
      type={kept.stripped > 0 ? 'warning' : 'info'}
      style={{ marginBottom: 16 }}
      title={t('rumours.kept', { count: kept.stripped })}
      description={kept.words}
    />
  )
}
