import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../live.ts'
import { paths } from '../paths.ts'
import { may, meQuery } from '../session.ts'
import { AccountBox } from './account-box.tsx'
import { CountyMoment } from './county-moment.tsx'
import { Icon, type IconName } from './icons.tsx'
import { LiveMark } from './live-mark.tsx'
import { OpenFevers } from './open-fevers.tsx'
import { useProofAsked } from './proof.ts'
import styles from './shell.module.css'

/** Asked for now and then; the forms it needs come with it. */
const StepUp = lazy(() => import('./step-up.tsx').then((module) => ({ default: module.StepUp })))

const places = [
  { icon: 'overview', text: 'shell.overview', to: paths.overview },
  { icon: 'command', text: 'shell.command', to: paths.command, verb: 'command.ladder.list' },
  { icon: 'documents', text: 'shell.documents', to: paths.documents, verb: 'command.document.list' },
  { icon: 'checkpoints', text: 'shell.checkpoints', to: paths.checkpoints },
  { icon: 'handOvers', text: 'shell.handOvers', to: paths.handOvers },
  { icon: 'people', text: 'shell.people', to: paths.people, verb: 'people.search' },
  {
    icon: 'responsibility',
    text: 'shell.responsibility',
    to: paths.responsibility,
    verb: 'responsibility.coverage.read',
  },
  { icon: 'visits', text: 'shell.visits', to: paths.visits, verb: 'visits.progress.read' },
  { icon: 'cases', text: 'shell.cases', to: paths.cases, verb: 'cases.case.list' },
  { icon: 'isolation', text: 'shell.isolation', to: paths.orders, verb: 'isolation.order.count' },
  { icon: 'readings', text: 'shell.readings', to: paths.readings, verb: 'isolation.reading.read-board' },
  { icon: 'exposures', text: 'shell.exposures', to: paths.exposures, verb: 'exposures.category.list' },
  { icon: 'lists', text: 'shell.lists', to: paths.lists, verb: 'agency-lists.list.list' },
  { icon: 'profiles', text: 'shell.profiles', to: paths.profiles, verb: 'cases.edition.list' },
  { icon: 'sites', text: 'shell.sites', to: paths.sites, verb: 'sites.site.list' },
  { icon: 'places', text: 'shell.places', to: paths.places },
  { icon: 'workbooks', text: 'shell.workbooks', to: paths.workbooks, verb: 'workbooks.workbook.list' },
  { icon: 'access', text: 'shell.access', to: paths.access, verb: 'access.seat.list' },
  { icon: 'audit', text: 'shell.audit', to: paths.audit, verb: 'access.audit.list' },
  { icon: 'retention', text: 'shell.retention', to: paths.retention, verb: 'retention.field.list' },
] as const satisfies { icon: IconName; text: string; to: unknown; verb?: string }[]

function Brand() {
  const { t } = useTranslation()
  return (
    <Link {...paths.overview()} className={styles.brand}>
      <img src="/favicon.svg" alt="" width="30" height="30" />
      <span>
        <b>{t('shell.product')}</b>
        <span className={styles.brandSub}>{t('shell.tagline')}</span>
      </span>
    </Link>
  )
}

function Menu() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const open = places.filter((place) => !('verb' in place) || may(me, place.verb))
  return (
    <nav className={styles.menu} aria-label={t('shell.menu')}>
      <ul>
        {open.map((place) => (
          <li key={place.icon}>
            <Link
              {...place.to()}
              className={styles.item}
              activeOptions={{ exact: place.icon === 'overview' || place.icon === 'isolation', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon name={place.icon} />
              <span>{t(place.text)}</span>
              {place.icon === 'handOvers' && <OpenFevers />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Drawer({ drawer }: { drawer: RefObject<HTMLDialogElement | null> }) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is for the shade beside it
    <dialog
      ref={drawer}
      className={styles.drawer}
      aria-label={t('shell.menu')}
      onClick={(event) => event.target === event.currentTarget && drawer.current?.close()}
    >
      <div className={styles.side}>
        <button
          type="button"
          className={styles.iconButton}
          aria-label={t('shell.closeMenu')}
          onClick={() => drawer.current?.close()}
        >
          <Icon name="close" />
        </button>
        <Brand />
        <Menu />
        <AccountBox />
      </div>
    </dialog>
  )
}

export function Shell() {
  const { t } = useTranslation()
  const drawer = useRef<HTMLDialogElement>(null)
  const address = useRouterState({ select: (state) => state.location.pathname })
  const asked = useProofAsked()
  useLive()
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes the drawer
  useEffect(() => drawer.current?.close(), [address])
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={`${styles.side} ${styles.fixedSide}`}>
        <Brand />
        <Menu />
        <AccountBox />
      </header>
      <header className={styles.top}>
        <button
          type="button"
          className={styles.iconButton}
          aria-label={t('shell.openMenu')}
          onClick={() => drawer.current?.showModal()}
        >
          <Icon name="menu" />
        </button>
        <Brand />
        <LiveMark />
      </header>
      <Drawer drawer={drawer} />
      {asked && (
        <Suspense>
          <StepUp />
        </Suspense>
      )}
      <main id="content" className={styles.main} tabIndex={-1}>
        <CountyMoment />
        <Outlet />
      </main>
    </div>
  )
}
