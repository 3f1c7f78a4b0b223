import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../ui/data-table.tsx'
import { FigureLink } from '../../ui/figure-link.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Files } from './files.tsx'
import styles from './funds.module.css'
import { yuan } from './money.ts'
import { PaperWords } from './paper-words.tsx'
import { type Balance, balanceQuery, type HeldByPurpose, type Pot } from './queries.ts'

const PARTS = ['paid', 'committed', 'available'] as const
const fenOf = (of: HeldByPurpose | Pot, part: (typeof PARTS)[number]) => of[`${part}Fen`]

export function BalanceView() {
  const { t } = useTranslation()
  const query = useQuery(balanceQuery)
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={6} height={34} />}
      empty={{
        when: ({ items }) => items.length === 0,
        show: (
          <Card>
            <Nothing title={t('funds.nothing')}>{t('funds.nothingWhy')}</Nothing>
          </Card>
        ),
      }}
    >
      {(balance) => (
        <>
          <Totals balance={balance} />
          <Card title={t('funds.byPurpose')} extra={t('funds.asOf', { at: dateTime(balance.asOf) })}>
            <Bars purposes={balance.purposes} />
          </Card>
          <Card title={t('funds.bySource')} flush>
            <Pots pots={balance.items} />
          </Card>
          <p className="muted">
            {balance.twoPersonsAboveFen === null
              ? t('funds.everyTwo')
              : t('funds.twoAbove', { yuan: yuan(balance.twoPersonsAboveFen) })}
          </p>
        </>
      )}
    </Loaded>
  )
}

function Totals({ balance: { purposes, asOf } }: { balance: Balance }) {
  const { t } = useTranslation()
  const sum = (of: (one: HeldByPurpose) => number) => purposes.reduce((all, one) => all + of(one), 0)
  const told = [
    ['appropriated', sum((one) => one.receivedFen - one.donatedFen)],
    ['donated', sum((one) => one.donatedFen)],
    ['committed', sum((one) => one.committedFen)],
    ['paid', sum((one) => one.paidFen)],
    ['available', sum((one) => one.availableFen)],
  ] as const
  return (
    <dl className={styles.totals} aria-label={t('funds.totals')}>
      {told.map(([name, fen]) => (
        <div key={name}>
          <dt>
            <FigureLink figure={`funds-${name}`} asOf={asOf}>
              {t(`funds.${name}`)}
            </FigureLink>
          </dt>
          <dd className="number">{yuan(fen)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A bar for each purpose, all to one scale: what was paid, what is promised, what is left. The table below says the same in numbers. */
function Bars({ purposes }: { purposes: HeldByPurpose[] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...purposes.map(({ receivedFen }) => receivedFen))
  const legend = (
    <ul className={styles.legend} aria-hidden="true">
      {PARTS.map((part) => (
        <li key={part} data-part={part}>
          {t(`funds.${part}`)}
        </li>
      ))}
    </ul>
  )
  return (
    <div className="stack">
      {legend}
      <ul className={styles.bars}>
        {purposes.map((one) => (
          <li key={one.purposeId}>
            <span className={styles.barName}>{one.purpose}</span>
            <span className="number muted">{yuan(one.receivedFen)}</span>
            <span
              className={styles.bar}
              role="img"
              aria-label={`${one.purpose}: ${PARTS.map((part) => `${t(`funds.${part}`)} ${yuan(fenOf(one, part))}`).join(', ')}`}
            >
              {PARTS.map((part) => (
                <span key={part} data-part={part} style={{ width: `${(fenOf(one, part) / most) * 100}%` }} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Pots({ pots }: { pots: Pot[] }) {
  const { t } = useTranslation()
  const money = (part: 'received' | 'available' | 'committed' | 'paid') => ({
    key: part,
    title: t(`funds.${part}`),
    align: 'end' as const,
    cell: (pot: Pot) => <span className="number">{yuan(pot[`${part}Fen`])}</span>,
  })
  return (
    <DataTable
      caption={t('funds.bySource')}
      rows={pots}
      rowKey={({ purposeId, sourceId }) => `${purposeId} ${sourceId}`}
      columns={[
        {
          key: 'purpose',
          title: t('funds.purpose'),
          phone: 'heading',
          cell: ({ purpose }) => purpose,
        },
        {
          key: 'source',
          title: t('funds.source'),
          phone: 'wide',
          cell: (pot) => (
            <>
              {pot.source} {pot.sourceKind === 'donation' && <Tag tone="brand">{t('funds.donated')}</Tag>}{' '}
              {pot.earmarked && <Tag tone="caution">{t('funds.earmarked')}</Tag>}
              <div>
                <PaperWords of={pot} />{' '}
                {pot.sourceKind === 'appropriation' && (
                  <Files of={{ of: 'source', subjectId: pot.sourceId }} title={pot.source} row={pot} />
                )}
              </div>
            </>
          ),
        },
        money('received'),
        money('committed'),
        money('paid'),
        money('available'),
      ]}
    />
  )
}
