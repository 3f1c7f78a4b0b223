import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { turnShade, useShade } from '../../theme.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { exactTime } from '../../ui/format.ts'
import { LiveMark } from '../../ui/live-mark.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './board.module.css'
import { BoardView } from './board-view.tsx'
import { useNow } from './now.ts'
import { useBoard } from './stream.ts'

const fullScreen = () => {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen?.().catch(() => undefined)
}

/** The board as large as the screen: nothing to scroll, nothing smaller than what is read from four metres. */
export default function WallPage() {
  const { t } = useTranslation()
  const { board, state } = useBoard()
  const me = useQuery(meQuery).data
  const divisionName = useDivisionName()
  const shade = useShade()
  const navigate = useNavigate()
  const name = me ? divisionName(me.division) : ''
  useEffect(() => {
    document.title = `${t('board.title')} · ${t('shell.product')}`
  }, [t])
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    void navigate(paths.board())
  }
  return (
    <main className={styles.wall} data-testid="wall">
      <header className={styles.wallHead}>
        <h1>
          {name} {t('board.title')}
        </h1>
        <Clock />
        <LiveMark state={state} />
        {state === 'lost' && <Link {...paths.signIn({ next: paths.wall().to })}>{t('board.signIn')}</Link>}
        <span className={styles.buttons}>
          <button type="button" onClick={turnShade}>
            {shade === 'dark' ? t('shell.toLight') : t('shell.toDark')}
          </button>
          <button type="button" onClick={fullScreen}>
            {t('board.fullScreen')}
          </button>
          <button type="button" onClick={leave}>
            {t('board.leave')}
          </button>
        </span>
      </header>
      <BoardView board={board} wall />
    </main>
  )
}

/** Of now; a county that lives in the past is told with its moment. */
function Clock() {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const now = useNow(1000)
  return (
    <p className={styles.clock}>
      {livesAt ? `${t('board.livesAt')} ` : ''}
      <time className="number">{exactTime(livesAt ?? now)}</time>
    </p>
  )
}
