import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { dateTime } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePurpose } from '../../ui/purpose.tsx'
import { Way } from '../../ui/way.tsx'
import { type Proposal, proposalsQuery, touchesOrders } from './orders-queries.ts'

function DeclineDialog({ proposalId, onClose }: { proposalId: string; onClose(): void }) {
  const { t } = useTranslation()
  const decline = useOperation(
    ({ reason }: { reason: string }) =>
      answer(
        api.POST('/isolation/proposals/{proposalId}/decline', {
          params: { path: { proposalId } },
          body: { id: newId(), recordedAt: new Date().toISOString(), reason },
        }),
      ),
    { touches: touchesOrders, onDone: onClose },
  )
  return (
    <Dialog
      title={t('isolation.decline')}
      verb={t('isolation.decline')}
      busy={decline.busy}
      refusal={decline.refusal}
      form="decline-proposal"
      onClose={onClose}
    >
      <Form<{ reason: string }> name="decline-proposal" layout="vertical" requiredMark={false} onFinish={decline.send}>
        <Form.Item
          name="reason"
          label={t('isolation.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('isolation.needed') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

const toOrder = ({ id, personId, division, householdId, kind, ground, anchorOn }: Proposal) =>
  paths.newOrder({
    proposal: id,
    person: personId,
    division,
    household: householdId ?? undefined,
    kind,
    ground,
    anchor: anchorOn,
  })

/** What townships ask the desk to decide. */
export function ProposalsCard({ area }: { area: string | undefined }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(proposalsQuery(area, header))
  const [declining, setDeclining] = useState<string | null>(null)
  const mayDecide = may(me, 'isolation.proposal.decline')
  const columns: Column<Proposal>[] = [
    {
      key: 'person',
      title: t('isolation.person'),
      phone: 'heading',
      cell: ({ person, personId }) => <Way {...paths.person(personId)}>{person?.name ?? t('isolation.unnamed')}</Way>,
    },
    { key: 'area', title: t('isolation.area'), cell: ({ divisionName }) => divisionName },
    { key: 'kind', title: t('isolation.kind'), cell: ({ kind }) => t(`isolation.kinds.${kind}`) },
    { key: 'ground', title: t('isolation.ground'), cell: ({ ground }) => t(`isolation.grounds.${ground}`) },
    {
      key: 'at',
      title: t('isolation.proposedAt'),
      cell: ({ proposedAt }) => <time className="number">{dateTime(proposedAt)}</time>,
    },
  ]
  if (mayDecide)
    columns.push({
      key: 'decide',
      title: '',
      align: 'end',
      cell: (proposal) => (
        <span className="row">
          <Link {...toOrder(proposal)}>{t('isolation.openThis')}</Link>
          <Button size="small" onClick={() => setDeclining(proposal.id)}>
            {t('isolation.decline')}
          </Button>
        </span>
      ),
    })
  return (
    <Card flush title={t('isolation.proposals')}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={3} height={26} />}
        none={<Nothing title={t('isolation.noProposals')} />}
        caption={t('isolation.proposals')}
        columns={columns}
        rowKey={({ id }) => id}
      />
      {declining && <DeclineDialog proposalId={declining} onClose={() => setDeclining(null)} />}
    </Card>
  )
}
