import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { dayOf } from '../../ui/format.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { DivisionBox } from '../people/division-box.tsx'
import { type Work, workQuery } from './readings-queries.ts'
import { SheetCode } from './sheet-code.tsx'
import { usePrintSheets } from './use-print-sheets.ts'

const route = getRouteApi('/desk/isolation/reading-sheets')

/** Fourteen days on paper and back: the sheets of a village as one file, and the code of one that came back. */
export default function SheetsPage() {
  const { t } = useTranslation()
  const { division } = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const print = usePrintSheets()
  return (
    <Page
      title={t('readings.sheets')}
      above={<Link {...paths.readings()}>‹ {t('readings.title')}</Link>}
      about={t('readings.sheetsAbout')}
      actions={<PurposeChoice />}
    >
      {may(me, 'isolation.reading.record') && (
        <Card title={t('readings.enter')}>
          <SheetCode />
        </Card>
      )}
      <Card
        flush
        title={t('readings.toPrint')}
        extra={
          <Button
            type="primary"
            disabled={!division}
            loading={print.busy}
            onClick={() => division && print.send({ division })}
          >
            {t('readings.printVillage')}
          </Button>
        }
      >
        <div className="row" style={{ padding: '0 18px 12px' }}>
          <DivisionBox
            label={t('readings.village')}
            homes
            value={division}
            onChange={(code) => void navigate({ search: { division: code } })}
          />
        </div>
        {print.refusal ? <ProblemNotice error={print.refusal} /> : null}
        {division ? (
          <People division={division} busy={print.busy} onPrint={(orderId) => print.send({ orderId })} />
        ) : (
          <Nothing title={t('readings.villageNeeded')}>{t('readings.sheetsAbout')}</Nothing>
        )}
      </Card>
    </Page>
  )
}

interface PeopleProps {
  division: string
  busy: boolean
  onPrint(orderId: string): void
}
/** Who gets a sheet, in the order in which they are walked. */
function People({ division, busy, onPrint }: PeopleProps) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(workQuery({ area: division, state: 'all' }, header))
  const columns: Column<Work>[] = [
    {
      key: 'person',
      title: t('readings.person'),
      phone: 'heading',
      cell: ({ orderId, person }) => (
        <Link {...paths.orderReadings(orderId)}>{person?.name ?? t('readings.unnamed')}</Link>
      ),
    },
    { key: 'door', title: t('readings.door'), cell: ({ block, door }) => [block, door].filter(Boolean).join(' ') },
    {
      key: 'from',
      title: t('readings.from'),
      cell: ({ startsAt }) => <span className="number">{dayOf(startsAt)}</span>,
    },
    { key: 'till', title: t('readings.till'), cell: ({ lastDay }) => <span className="number">{lastDay}</span> },
    {
      key: 'print',
      title: '',
      align: 'end',
      cell: ({ orderId }) => (
        <Button size="small" disabled={busy} onClick={() => onPrint(orderId)}>
          {t('readings.print')}
        </Button>
      ),
    },
  ]
  return (
    <PagedTable
      query={query}
      skeleton={<Skeleton lines={6} height={30} />}
      none={<Nothing title={t('readings.nobody')}>{t('readings.nobodyWhy')}</Nothing>}
      caption={t('readings.toPrint')}
      columns={columns}
      rowKey={({ orderId }) => orderId}
    />
  )
}
