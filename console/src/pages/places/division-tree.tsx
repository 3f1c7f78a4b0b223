import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBar, SearchBox } from '../../ui/filters.tsx'
import { Card } from '../../ui/page.tsx'
import styles from './places.module.css'
import type { Division } from './queries.ts'

interface DivisionTreeProps {
  divisions: Division[]
  chosen: string | undefined
  onChoose(division: string | undefined): void
}

interface ChoiceProps {
  name: string
  code: string
  chosen: boolean
  onChoose(): void
}

function DivisionChoice({ name, code, chosen, onChoose }: ChoiceProps) {
  return (
    <button type="button" className={styles.division} aria-pressed={chosen} onClick={onChoose} title={code}>
      {name}
    </button>
  )
}

export function DivisionTree({ divisions, chosen, onChoose }: DivisionTreeProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [folded, setFolded] = useState<Record<string, boolean>>({})
  const isOpen = (township: string) => Boolean(words) || !(folded[township] ?? chosen?.startsWith(township) !== true)
  const matches = ({ name, code }: Division) => name.includes(words) || code.startsWith(words)
  const townships = divisions.filter(({ level }) => level === 'township')
  const below = (parent: string) => divisions.filter((division) => division.parent === parent)
  const shown = townships.filter((township) => !words || matches(township) || below(township.code).some(matches))
  return (
    <Card label={t('places.tree')} flush className={styles.tree}>
      <FilterBar>
        <SearchBox label={t('places.findDivision')} value={words} onChange={setWords} />
      </FilterBar>
      <div className={styles.treeScroll}>
        <DivisionChoice name={t('places.wholeCounty')} code="" chosen={!chosen} onChoose={() => onChoose(undefined)} />
        <ul>
          {shown.map((township) => {
            const villages = below(township.code)
            const some = words && !matches(township) ? villages.filter(matches) : villages
            return (
              <li key={township.code}>
                <div className={styles.township}>
                  <button
                    type="button"
                    className={styles.fold}
                    aria-expanded={isOpen(township.code)}
                    aria-label={t('places.villagesOf', { name: township.name })}
                    onClick={() => setFolded((before) => ({ ...before, [township.code]: isOpen(township.code) }))}
                  />
                  <DivisionChoice
                    name={township.name}
                    code={township.code}
                    chosen={chosen === township.code}
                    onChoose={() => onChoose(township.code)}
                  />
                  <span className="muted small number">{villages.length}</span>
                </div>
                {isOpen(township.code) && (
                  <ul className={styles.villages}>
                    {some.map((village) => (
                      <li key={village.code}>
                        <DivisionChoice
                          name={village.name}
                          code={village.code}
                          chosen={chosen === village.code}
                          onChoose={() => onChoose(village.code)}
                        />
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            )
          })}
        </ul>
        {shown.length === 0 && <p className={styles.noDivision}>{t('places.noDivision')}</p>}
      </div>
    </Card>
  )
}
