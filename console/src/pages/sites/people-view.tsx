import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { type LodgingVerb, lodgingDialogs, lodgingVerbs } from './lodging-dialogs.tsx'
import { groundName, needsName } from './names.ts'
import { type Board, type Lodger, lodgersQuery } from './queries.ts'

interface Asking {
  verb: LodgingVerb
  lodger: Lodger
}
function useColumns(onAsk: (asking: Asking) => void): Column<Lodger>[] {
  const { t } = useTranslation()
  return [
    { key: 'room', title: t('sites.room'), phone: 'heading', cell: ({ room }) => <b className="number">{room}</b> },
    {
      key: 'name',
      title: t('sites.who'),
      cell: ({ personId, name, ground }) => (
        <span className="row">
          {personId ? <Way {...paths.person(personId)}>{name ?? t('sites.unseen')}</Way> : t('sites.forgotten')}
          {ground && <Tag>{groundName(t, ground)}</Tag>}
        </span>
      ),
    },
    { key: 'phone', title: t('sites.phone'), cell: ({ phone }) => <span className="number">{phone ?? '—'}</span> },
    { key: 'since', title: t('sites.since'), cell: ({ since }) => <span className="number">{dateTime(since)}</span> },
    { key: 'until', title: t('sites.ends'), cell: ({ until }) => <span className="number">{dateTime(until)}</span> },
    { key: 'needs', title: t('sites.needs'), cell: ({ needs }) => needsName(t, needs) },
    {
      key: 'talk',
      title: t('sites.talks'),
      cell: ({ lastCounselledAt, counsellingDueOn }) => (
        <span className="small number">
          {lastCounselledAt ? dateTime(lastCounselledAt) : '—'}
          {counsellingDueOn && ` · ${t('sites.again', { day: counsellingDueOn })}`}
        </span>
      ),
    },
    {
      key: 'verbs',
      title: '',
      phone: 'wide',
      cell: (lodger) => (
        <span className="row">
          {lodgingVerbs.map((verb) => (
            <Button key={verb} size="small" onClick={() => onAsk({ verb, lodger })}>
              {t(`sites.verb.${verb}`)}
            </Button>
          ))}
        </span>
      ),
    },
  ]
}

/** Who lives here at the moment, for a purpose. */
export function PeopleView({ board, asOf }: { board: Board; asOf: string | undefined }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(lodgersQuery(board.site.id, asOf, header))
  const [asking, setAsking] = useState<Asking | null>(null)
  const columns = useColumns(setAsking)
  const Asked = asking && lodgingDialogs[asking.verb]
  return (
    <Card flush title={t('sites.view.people')} extra={<PurposeChoice />}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={28} />}
        empty={{
          when: ({ pages }) => pages.every(({ items }) => items.length === 0),
          show: <Nothing title={t('sites.nobody')}>{t('sites.nobodyWhy')}</Nothing>,
        }}
      >
        {({ pages }) => (
          <DataTable
            caption={t('sites.view.people')}
            columns={columns}
            rows={pages.flatMap(({ items }) => items).toSorted((a, b) => (a.room < b.room ? -1 : 1))}
            rowKey={({ lodgingId }) => lodgingId}
          />
        )}
      </Loaded>
      <More query={query} />
      {Asked && asking && (
        <Asked
          board={board}
          who={{
            lodgingId: asking.lodger.lodgingId,
            roomId: asking.lodger.roomId,
            called: `${asking.lodger.room} ${asking.lodger.name ?? ''}`.trim(),
            needs: asking.lodger.needs,
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Card>
  )
}
