import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../session.ts'
import { Icon } from './icons.tsx'
import styles from './menu.module.css'
import { type Entry, type GroupName, groups, overview } from './menu-entries.ts'
import { OpenFevers } from './open-fevers.tsx'

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
      {may(me, overview.verb) && <Item entry={overview} current={address === '/'} />}
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
