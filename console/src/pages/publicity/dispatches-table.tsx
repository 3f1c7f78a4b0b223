import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ConfirmDialog } from './dialogs.tsx'
import { DispatchMark } from './marks.tsx'
import styles from './publicity.module.css'
import { type Dispatch, dispatchesQuery, fileOf, hand, touchesPublicity } from './queries.ts'

const BY_HAND: ReadonlySet<Dispatch['kind']> = new Set([
  'wechat',
  'radio',
  'television',
  'print',
  'emergency-broadcast',
])

/** One piece through all its channels, or everything that went out of late. */
export function DispatchesTable({ pieceId }: { pieceId: string | null }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(dispatchesQuery(pieceId))
  const me = useQuery(meQuery).data
  const [confirming, setConfirming] = useState<Dispatch | null>(null)
  const fetching = useOperation(fileOf, { onDone: hand })
  const retry = useOperation(
    (dispatchId: string) => answer(api.POST('/dispatches/{dispatchId}/retry', { params: { path: { dispatchId } } })),
    { touches: touchesPublicity },
  )
  return (
    <>
      {fetching.refusal ? <ProblemNotice error={fetching.refusal} /> : null}
      {retry.refusal ? <ProblemNotice error={retry.refusal} /> : null}
      <PagedTable
        query={query}
        card
        skeleton={<Skeleton lines={5} height={34} />}
        none={
          <Card>
            <Nothing title={t('publicity.noDispatches')}>{t('publicity.noDispatchesWhy')}</Nothing>
          </Card>
        }
        caption={t('publicity.view.dispatches')}
        rowKey={({ id }) => id}
        rowTone={({ state }) => (state === 'failed' ? 'alarm' : undefined)}
        columns={[
          {
            key: 'channel',
            title: t('publicity.channel'),
            phone: 'heading',
            cell: (one) => (
              <>
                <strong>{one.channel}</strong>
                <div className="muted">{t(`publicity.channelKind.${one.kind}`)}</div>
              </>
            ),
          },
          {
            key: 'piece',
            title: t('publicity.what'),
            phone: 'wide',
            cell: (one) => (
              <>
                {pieceId ? null : <Link {...paths.piece(one.pieceId)}>{one.title}</Link>}
                <div className="muted">
                  {t(`publicity.sent.${one.what}`)} · {t('publicity.edition', { nth: one.edition })}
                </div>
              </>
            ),
          },
          {
            key: 'state',
            title: t('publicity.stateName'),
            cell: (one) => (
              <>
                <DispatchMark state={one.state} />
                {one.reason && <Reason code={one.reason} />}
                {one.note && <div className="muted">{one.note}</div>}
              </>
            ),
          },
          {
            key: 'at',
            title: t('publicity.doneAt'),
            cell: ({ doneAt, at }) => <span className="number">{dateTime(doneAt ?? at)}</span>,
          },
          {
            key: 'doing',
            title: '',
            phone: 'wide',
            cell: (one) => (
              <span className={styles.doing}>
                <Button size="small" loading={fetching.busy} onClick={() => fetching.send(one.id)}>
                  {t('publicity.file')}
                </Button>
                {BY_HAND.has(one.kind) && one.state !== 'delivered' && may(me, 'publicity.dispatch.confirm') && (
                  <Button size="small" onClick={() => setConfirming(one)}>
                    {t('publicity.confirm')}
                  </Button>
                )}
                {one.state === 'failed' && may(me, 'publicity.dispatch.retry') && (
                  <Button size="small" loading={retry.busy} onClick={() => retry.send(one.id)}>
                    {t('publicity.retry')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {confirming && <ConfirmDialog dispatch={confirming} onClose={() => setConfirming(null)} />}
    </>
  )
}

const REASONS = [
  'mail-off',
  'mail-refused',
  'some-refused',
  'unreachable',
  'host-not-allowed',
  'redirected',
  'refused',
  'page-too-large',
] as const
const isKnown = (code: string): code is (typeof REASONS)[number] => (REASONS as readonly string[]).includes(code)

/** A word of the server that this console does not know yet is shown as it is. */
function Reason({ code }: { code: string }) {
  const { t } = useTranslation()
  return <div className={styles.why}>{isKnown(code) ? t(`publicity.reason.${code}`) : code}</div>
}
