import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { MattersList } from './matters.tsx'
import { siteKindName } from './names.ts'
import { type Board, type Change, changesQuery, touchesSites } from './queries.ts'
import styles from './sites.module.css'

function ChangeDialog({ board, onClose }: { board: Board; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ note?: string }>
      name="shift-change"
      title={t('sites.handOver')}
      verb={t('sites.handOver')}
      about={t('sites.handOverAbout')}
      send={({ id, at, note }) =>
        answer(
          api.POST('/sites/{siteId}/shift-changes', {
            params: { path: { siteId: board.site.id } },
            body: { id, at, note: note?.trim() || null },
          }),
        )
      }
      onClose={onClose}
    >
      <MattersList matters={board.matters} />
      <Form.Item name="note" label={t('sites.note')} extra={t('sites.noteHint')}>
        <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FactDialog>
  )
}

function ChangeCard({ change }: { change: Change }) {
  const { t } = useTranslation()
  const take = useOperation(
    () =>
      answer(
        api.POST('/shift-changes/{changeId}/taking', {
          params: { path: { changeId: change.id } },
          body: { id: newId(), at: new Date().toISOString() },
        }),
      ),
    { touches: touchesSites },
  )
  return (
    <li className={styles.change}>
      <p className="row">
        <b className="number">{dateTime(change.at)}</b>
        <span>{t('sites.handedBy', { name: change.by ?? '—' })}</span>
        {change.takenAt ? (
          <Tag tone="ok">{t('sites.takenBy', { name: change.takenBy ?? '—', time: dateTime(change.takenAt) })}</Tag>
        ) : change.own ? (
          <Tag tone="caution">{t('sites.notTaken')}</Tag>
        ) : (
          <Button size="small" type="primary" loading={take.busy} onClick={() => take.send(undefined)}>
            {t('sites.takeOver')}
          </Button>
        )}
      </p>
      {change.note && <p>{change.note}</p>}
      <MattersList matters={change.matters} />
      {take.refusal ? <ProblemNotice error={take.refusal} /> : null}
    </li>
  )
}

/** The command and its groups, and how one shift went over to the next. */
export function ShiftsView({ board }: { board: Board }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(changesQuery(board.site.id))
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Card title={t('sites.posts')}>
        {board.crew.length === 0 ? (
          <p className="muted">{t('sites.noCrew')}</p>
        ) : (
          <ul className={styles.posts}>
            {board.crew.map(({ postId, kind, title, holderName }) => (
              <li key={postId}>
                <span className="muted small">{siteKindName(t, kind)}</span>
                <b>{title}</b>
                <span>{holderName ?? <Tag tone="alarm">{t('sites.vacant')}</Tag>}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={t('sites.shifts')}
        extra={
          <Button size="small" type="primary" onClick={() => setAsking(true)}>
            {t('sites.handOver')}
          </Button>
        }
      >
        <Loaded
          query={query}
          skeleton={<Skeleton lines={4} height={30} />}
          empty={{
            when: ({ pages }) => pages.every(({ items }) => items.length === 0),
            show: <Nothing title={t('sites.noChanges')} />,
          }}
        >
          {({ pages }) => (
            <ul className={styles.changes}>
              {pages
                .flatMap(({ items }) => items)
                .map((change) => (
                  <ChangeCard key={change.id} change={change} />
                ))}
            </ul>
          )}
        </Loaded>
        <More query={query} />
        {isAsking && <ChangeDialog board={board} onClose={() => setAsking(false)} />}
      </Card>
    </>
  )
}
