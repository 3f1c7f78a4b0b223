import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { LiveMark } from '../../ui/live-mark.tsx'
import { Page } from '../../ui/page.tsx'
import { BoardView } from './board-view.tsx'
import { useBoard } from './stream.ts'

/** What the county has to know of itself today, at one look. */
export default function BoardPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { board, state } = useBoard()
  const toWall = () => {
    // Asked for by the click itself; a browser that refuses shows the wall in its window.
    void document.documentElement.requestFullscreen?.().catch(() => undefined)
    void navigate(paths.wall())
  }
  return (
    <Page
      title={t('board.title')}
      about={
        <span className="row">
          <span>{t('board.about')}</span>
          <LiveMark state={state} />
        </span>
      }
      actions={
        <Button type="primary" onClick={toWall}>
          {t('board.toWall')}
        </Button>
      }
    >
      <BoardView board={board} />
    </Page>
  )
}
