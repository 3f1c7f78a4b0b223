import { useQuery } from '@tanstack/react-query'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ChannelDialog } from './channel-dialog.tsx'
import { type Channel, channelsQuery, touchesPublicity } from './queries.ts'
import { ShownFigures } from './shown-figures.tsx'

export function ChannelsView() {
  const { t } = useTranslation()
  const query = useQuery(channelsQuery)
  const me = useQuery(meQuery).data
  const moment = useCountyMoment()
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const turn = useOperation(
    ({ id, open }: Channel) =>
      answer(
        api.POST('/publicity-channels/{channelId}/turns', {
          params: { path: { channelId: id } },
          body: {
            id: newId(),
            turn: open ? ('closed' as const) : ('reopened' as const),
            why: t(open ? 'publicity.closedByDesk' : 'publicity.reopenedByDesk'),
            at: moment ?? new Date().toISOString(),
          },
        }),
      ),
    { touches: touchesPublicity },
  )
  const mayRun = may(me, 'publicity.channel.add')
  return (
    <>
      {mayRun && (
        <div>
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('publicity.newChannel')}
          </Button>
        </div>
      )}
      {secret && (
        <Card title={t('publicity.secret')}>
          <p className="muted">{t('publicity.secretWhy')}</p>
          <Typography.Text code copyable>
            {secret}
          </Typography.Text>
        </Card>
      )}
      {turn.refusal ? <ProblemNotice error={turn.refusal} /> : null}
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={34} />}
        empty={{
          when: ({ items }) => items.length === 0,
          show: (
            <Card>
              <Nothing title={t('publicity.noChannels')}>{t('publicity.noChannelsWhy')}</Nothing>
            </Card>
          ),
        }}
      >
        {({ items, mail, hosts }) => (
          <>
            <Card flush>
              <DataTable
                caption={t('publicity.view.channels')}
                rows={items}
                rowKey={({ id }) => id}
                rowTone={({ open }) => (open ? undefined : 'quiet')}
                columns={[
                  {
                    key: 'title',
                    title: t('publicity.channel'),
                    phone: 'heading',
                    cell: (one) => (
                      <>
                        <strong>{one.title}</strong> {!one.open && <Tag>{t('publicity.closed')}</Tag>}
                      </>
                    ),
                  },
                  {
                    key: 'kind',
                    title: t('publicity.kindName'),
                    cell: ({ kind }) => t(`publicity.channelKind.${kind}`),
                  },
                  {
                    key: 'way',
                    title: t('publicity.way'),
                    cell: ({ byHand }) => t(byHand ? 'publicity.byHand' : 'publicity.byItself'),
                  },
                  {
                    key: 'sent',
                    title: t('publicity.sentCount'),
                    align: 'end',
                    cell: ({ sent }) => <span className="number">{number(sent)}</span>,
                  },
                  {
                    key: 'failed',
                    title: t('publicity.failedCount'),
                    align: 'end',
                    cell: ({ failed }) => <span className="number">{number(failed)}</span>,
                  },
                  {
                    key: 'doing',
                    title: '',
                    phone: 'wide',
                    cell: (one) =>
                      mayRun && (
                        <Button size="small" loading={turn.busy} onClick={() => turn.send(one)}>
                          {t(one.open ? 'publicity.close' : 'publicity.reopen')}
                        </Button>
                      ),
                  },
                ]}
              />
            </Card>
            <ShownFigures />
            <p className="muted">
              {t(mail ? 'publicity.mailOn' : 'publicity.mailOff')}{' '}
              {hosts.length > 0 ? t('publicity.hosts', { hosts: hosts.join(', ') }) : t('publicity.noHosts')}
            </p>
          </>
        )}
      </Loaded>
      {adding && <ChannelDialog onClose={() => setAdding(false)} onSecret={setSecret} />}
    </>
  )
}
