import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../live.ts'
import { paths } from '../paths.ts'
import { AccountBox } from './account-box.tsx'
import { CountyMoment } from './county-moment.tsx'
import { Icon } from './icons.tsx'
import { LiveMark } from './live-mark.tsx'
import { Menu } from './menu.tsx'
import { useProofAsked } from './proof.ts'
import styles from './shell.module.css'

/** Asked for now and then; the forms it needs come with it. */
const StepUp = lazy(() => import('./step-up.tsx').then((module) => ({ default: module.StepUp })))

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
