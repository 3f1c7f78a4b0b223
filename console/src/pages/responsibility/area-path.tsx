import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { useDivisionName } from '../places/queries.ts'
import { PostLinks } from './posts.tsx'
import type { Coverage } from './queries.ts'
import styles from './responsibility.module.css'

interface AreaPathProps {
  board: Coverage
  onChoose(area: string | undefined): void
}

/** From the county down to the area shown, and who answers for the whole of each. */
export function AreaPath({ board, onChoose }: AreaPathProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  if (board.area.length === 6) return null
  return (
    <Card flush label={t('responsibility.where')}>
      <div className={styles.path}>
        {board.path.map(({ level, division, posts }) => (
          <div key={level} className={styles.step}>
            <div className="small muted">{t(`responsibility.level.${level}`)}</div>
            <b>
              {division === board.area ? (
                divisionName(division)
              ) : (
                <button type="button" className="plain-button" onClick={() => onChoose(division)}>
                  {divisionName(division)}
                </button>
              )}
            </b>
            <div className={styles.stepPosts}>
              <PostLinks posts={posts} />
            </div>
          </div>
        ))}
      </div>
    </Card>
  )
}
