import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../paths.ts'
import { may, meQuery } from '../session.ts'
import { Icon, type IconName } from './icons.tsx'
import styles from './menu.module.css'
import { OpenFevers } from './open-fevers.tsx'

interface Entry {
  icon: IconName
  to: () => { to: string }
  verb?: string
  /** Other addresses that belong to this entry, by how they begin. */
  also?: readonly string[]
}

/** The text of an entry is `shell.<icon>`, that of a group `shell.group.<name>`. */
const groups = [
  {
    name: 'command',
    entries: [
      { icon: 'command', to: paths.command, verb: 'command.ladder.list' },
      { icon: 'documents', to: paths.documents, verb: 'command.document.list' },
      { icon: 'inspections', to: paths.inspections, verb: 'inspections.inspection.list' },
      { icon: 'measures', to: paths.measures, verb: 'command.measure.list', also: ['/command/tasks'] },
      { icon: 'decisions', to: paths.decisions, verb: 'command.decision.list' },
      { icon: 'closures', to: paths.closures, verb: 'closures.subject.list' },
    ],
  },
  {
    name: 'screening',
    entries: [
      { icon: 'checkpoints', to: paths.checkpoints },
      { icon: 'handOvers', to: paths.handOvers },
      { icon: 'visits', to: paths.visits, verb: 'visits.progress.read' },
      { icon: 'exposures', to: paths.exposures, verb: 'exposures.category.list' },
      { icon: 'lists', to: paths.lists, verb: 'agency-lists.list.list' },
    ],
  },
  {
    name: 'care',
    entries: [
      { icon: 'cases', to: paths.cases, verb: 'cases.case.list', also: ['/epidemiology'] },
      {
        icon: 'isolation',
        to: paths.orders,
        verb: 'isolation.order.count',
        also: ['/isolation/orders', '/isolation/new'],
      },
      {
        icon: 'readings',
        to: paths.readings,
        verb: 'isolation.reading.read-board',
        also: ['/isolation/reading-plan', '/isolation/reading-sheets'],
      },
      { icon: 'sites', to: paths.sites, verb: 'sites.site.list' },
      { icon: 'profiles', to: paths.profiles, verb: 'cases.edition.list' },
    ],
  },
  {
    name: 'supplies',
    entries: [
      { icon: 'supplies', to: paths.supplies, verb: 'supplies.stock.read' },
      { icon: 'requests', to: paths.requests, verb: 'supplies.request.list', also: ['/supplies/allocation'] },
      { icon: 'cover', to: paths.cover, verb: 'supplies.cover.list' },
      { icon: 'shops', to: paths.shops, verb: 'supplies.price.tell' },
      { icon: 'gifts', to: paths.goodsDonations, verb: 'supplies.donation.list' },
      { icon: 'funds', to: paths.funds, verb: 'funds.balance.read' },
    ],
  },
  {
    name: 'publicity',
    entries: [
      { icon: 'publicity', to: paths.pieces, verb: 'publicity.piece.list' },
      { icon: 'loudspeakers', to: paths.loudspeakers, verb: 'publicity.coverage.read' },
      { icon: 'rumours', to: paths.rumours, verb: 'rumours.topic.list' },
    ],
  },
  {
    name: 'grid',
    entries: [
      { icon: 'people', to: paths.people, verb: 'people.search', also: ['/households'] },
      { icon: 'responsibility', to: paths.responsibility, verb: 'responsibility.coverage.read' },
      { icon: 'places', to: paths.places },
    ],
  },
  {
    name: 'reporting',
    entries: [
      { icon: 'reports', to: paths.reports, verb: 'reporting.report.list' },
      { icon: 'dailies', to: paths.dailies, verb: 'reporting.daily.board' },
      { icon: 'figures', to: paths.figures, verb: 'reporting.figure.read' },
    ],
  },
  {
    name: 'administration',
    entries: [
      { icon: 'workbooks', to: paths.workbooks, verb: 'workbooks.workbook.list' },
      { icon: 'access', to: paths.access, verb: 'access.seat.list' },
      { icon: 'audit', to: paths.audit, verb: 'access.audit.list' },
      { icon: 'retention', to: paths.retention, verb: 'retention.field.list' },
    ],
  },
] as const satisfies ReadonlyArray<{ name: string; entries: readonly Entry[] }>

type GroupName = (typeof groups)[number]['name']

/** So many entries stand on a desk screen without scrolling; more are folded into their groups. */
const ROOM = 15
const FOLDED = 'qunfang.menu'

const folds = (): Record<string, boolean> => {
  try {
    return JSON.parse(localStorage.getItem(FOLDED) ?? '{}')
  } catch {
    return {}
  }
}

const holds = ({ to, also = [] }: Entry, address: string): boolean =>
  [to().to, ...also].some((path) => address === path || address.startsWith(`${path}/`))

/** The entry whose address fits longest, so that what lies below another entry is not told as that other. */
const standing = (entries: readonly Entry[], address: string): Entry | undefined => {
  const length = (entry: Entry) =>
    Math.max(
      ...[entry.to().to, ...(entry.also ?? [])].filter((path) => address.startsWith(path)).map((path) => path.length),
    )
  return entries.filter((entry) => holds(entry, address)).sort((a, b) => length(b) - length(a))[0]
}

function Item({ entry, current }: { entry: Entry; current: boolean }) {
  const { t } = useTranslation()
  return (
    <Link
      {...entry.to()}
      className={styles.item}
      activeProps={{}}
      activeOptions={{ exact: true }}
      aria-current={current ? 'page' : undefined}
    >
      <Icon name={entry.icon} />
      <span>{t(`shell.${entry.icon}` as 'shell.overview')}</span>
      {entry.icon === 'handOvers' && <OpenFevers />}
    </Link>
  )
}

const overview: Entry = { icon: 'overview', to: paths.overview }

function Group({
  name,
  shown,
  onFold,
  children,
}: {
  name: GroupName
  shown: boolean
  onFold: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <section className={styles.section}>
      <button type="button" className={styles.group} aria-expanded={shown} onClick={onFold}>
        {t(`shell.group.${name}`)}
      </button>
      {shown && <ul>{children}</ul>}
    </section>
  )
}

export function Menu() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const address = useRouterState({ select: (state) => state.location.pathname })
  const [kept, setKept] = useState(folds)
  const open = groups
    .map(({ name, entries }) => ({
      name,
      entries: entries.filter((entry: Entry) => !entry.verb || may(me, entry.verb)),
    }))
    .filter(({ entries }) => entries.length > 0)
  const many = open.reduce((sum, { entries }) => sum + entries.length, 0) > ROOM
  const here = standing(
    open.flatMap(({ entries }): readonly Entry[] => entries),
    address,
  )
  const fold = (name: GroupName, shown: boolean) => {
    const next = { ...kept, [name]: shown }
    setKept(next)
    localStorage.setItem(FOLDED, JSON.stringify(next))
  }
  return (
    <nav className={styles.menu} aria-label={t('shell.menu')}>
      <Item entry={overview} current={address === '/'} />
      {open.map(({ name, entries }) => {
        const shown = kept[name] ?? (!many || entries.some((entry) => entry === here))
        return (
          <Group key={name} name={name} shown={shown} onFold={() => fold(name, !shown)}>
            {entries.map((entry) => (
              <li key={entry.icon}>
                <Item entry={entry} current={entry === here} />
              </li>
            ))}
          </Group>
        )
      })}
    </nav>
  )
}
