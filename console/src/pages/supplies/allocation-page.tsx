import type { Body } from '@qunfang/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './requests.module.css'
import { goodsQuery, placesQuery, touchesRequests } from './requests-queries.ts'
import { allKept } from './requests-words.ts'
import { useQuantity } from './use-quantity.ts'

const route = getRouteApi('/desk/supplies/allocation')
type Asked = Pick<Body<'/supplies/allocation-proposals'>, 'itemId' | 'storeId' | 'keep' | 'step' | 'floorPercent'>
const ask = (body: Asked) => answer(api.POST('/supplies/allocation-proposals', { body }))
type Proposal = Awaited<ReturnType<typeof ask>>
const RANKS = ['first', 'second', 'rest'] as const

/** How what is not enough could be shared, and why; somebody changes it as they see fit and decides. */
export default function AllocationPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const goods = useQuery(goodsQuery).data?.items ?? []
  const stores = useQuery(placesQuery).data?.items ?? []
  const proposal = useMutation({ mutationFn: ask })
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  return (
    <Page
      title={t('requests.allocation.title')}
      about={t('requests.allocation.about')}
      above={<Link {...paths.requests()}>{t('requests.title')}</Link>}
    >
      <Card>
        <Form
          name="allocation"
          layout="vertical"
          requiredMark={false}
          className={styles.ask}
          initialValues={{ itemId: search.item, storeId: search.store, keep: 0, step: 1, floorPercent: 20 }}
          onFinish={(said: Asked) => proposal.mutate(said)}
        >
          <Form.Item name="itemId" label={t('requests.item')} rules={needed}>
            <Select
              showSearch
              optionFilterProp="label"
              options={goods.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="storeId" label={t('requests.field.storeId')} rules={needed}>
            <Select
              showSearch
              optionFilterProp="label"
              options={stores.map(({ id, name, divisionName }) => ({ value: id, label: `${name} · ${divisionName}` }))}
            />
          </Form.Item>
          <Form.Item name="keep" label={t('requests.allocation.keep')} rules={needed}>
            <InputNumber min={0} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="step" label={t('requests.allocation.step')} rules={needed}>
            <InputNumber min={1} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="floorPercent" label={t('requests.allocation.floor')} rules={needed}>
            <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={proposal.isPending}>
            {t('requests.allocation.ask')}
          </Button>
        </Form>
        <p className="muted">{t('requests.allocation.rule')}</p>
      </Card>
      {proposal.error ? <ProblemNotice error={proposal.error} /> : null}
      {proposal.data && proposal.variables && (
        <Decision
          key={proposal.submittedAt}
          proposal={proposal.data}
          storeId={proposal.variables.storeId}
          onDone={() => proposal.reset()}
        />
      )}
    </Page>
  )
}

function Decision({ proposal, storeId, onDone }: { proposal: Proposal; storeId: string; onDone(): void }) {
  const { t } = useTranslation()
  const words = useQuantity()
  const me = useQuery(meQuery).data
  const livesAt = useCountyMoment()
  const [own, setOwn] = useState<Record<string, number>>({})
  const given = (row: Proposal['rows'][number]) => own[row.requestId] ?? row.quantity
  const sum = proposal.rows.reduce((all, row) => all + given(row), 0)
  const decide = useOperation(
    async () => {
      const at = livesAt ?? new Date().toISOString()
      const items = proposal.rows.flatMap((row) => {
        const quantity = given(row)
        const why = `${row.zh}`.slice(0, 200)
        return quantity > 0 ? [{ id: newId(), requestId: row.requestId, storeId, quantity, why, at }] : []
      })
      const { verdicts } = await answer(api.POST('/supplies/allotments/batch', { body: { items } }))
      allKept(verdicts)
    },
    { touches: touchesRequests, onDone },
  )
  return (
    <Card
      flush
      title={proposal.itemName}
      extra={t('requests.allocation.sum', {
        at: dateTime(proposal.asOf),
        inStore: words(proposal.inStore, proposal.unit),
        wanted: words(proposal.wanted, proposal.unit),
        given: words(sum, proposal.unit),
      })}
    >
      <DataTable
        caption={t('requests.allocation.title')}
        rows={proposal.rows}
        rowKey={({ requestId }) => requestId}
        columns={[
          {
            key: 'who',
            title: t('requests.who'),
            phone: 'heading',
            cell: (row) => (
              <>
                <strong>{row.storeName}</strong>
                <div className="muted">
                  {row.divisionName} · {t(`requests.purposeName.${row.purpose}`)}
                </div>
              </>
            ),
          },
          {
            key: 'rank',
            title: t('requests.allocation.rank'),
            cell: ({ rank }) => <Tag tone="brand">{t(`requests.allocation.ranks.${RANKS[rank - 1] ?? 'rest'}`)}</Tag>,
          },
          {
            key: 'wanted',
            title: t('requests.quantity'),
            align: 'end',
            cell: (row) => <span className="number">{words(row.wanted, proposal.unit)}</span>,
          },
          {
            key: 'proposed',
            title: t('requests.allocation.proposed'),
            align: 'end',
            cell: (row) => <span className="number">{words(row.quantity, proposal.unit)}</span>,
          },
          {
            key: 'why',
            title: t('requests.allocation.why'),
            phone: 'wide',
            cell: (row) => row[language() === 'en' ? 'en' : 'zh'],
          },
          {
            key: 'given',
            title: t('requests.allocation.given'),
            phone: 'wide',
            cell: (row) => (
              <InputNumber
                aria-label={`${t('requests.allocation.given')} ${row.storeName}`}
                min={0}
                max={row.wanted}
                precision={0}
                value={given(row)}
                onChange={(value) => setOwn({ ...own, [row.requestId]: value ?? 0 })}
              />
            ),
          },
        ]}
      />
      <div className={styles.decide}>
        {decide.refusal ? <ProblemNotice error={decide.refusal} /> : null}
        <p className="muted">{t('requests.allocation.never')}</p>
        {may(me, 'supplies.request.allot') && (
          <Button type="primary" loading={decide.busy} onClick={() => decide.send(undefined)}>
            {t('requests.allocation.decide')}
          </Button>
        )}
      </div>
    </Card>
  )
}
