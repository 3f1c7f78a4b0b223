import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './profiles.module.css'
import { type Edition, said } from './queries.ts'
import { isMarked, type Row, rowsOf, sections } from './said.ts'

interface Pair {
  row: Row
  other: Row | undefined
  differs: boolean
}

function Lines({ lines, uncertain }: { lines: readonly string[]; uncertain: boolean }) {
  const { t } = useTranslation()
  if (lines.length === 0) return <span className="muted">{t('profiles.nothingSaid')}</span>
  return (
    <>
      {lines.length === 1 ? (
        lines[0]
      ) : (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {uncertain && (
        <>
          {' '}
          <Tag tone="caution">{t('profiles.uncertain')}</Tag>
        </>
      )}
    </>
  )
}

/** What an edition says, section by section; beside another one, with a mark wherever they differ. */
export function EditionTable({ edition, beside }: { edition: Edition; beside?: Edition }) {
  const { t } = useTranslation()
  const [onlyDifferent, setOnlyDifferent] = useState(false)
  const others = beside && rowsOf(t, beside.body)
  const pairs = rowsOf(t, edition.body).map((row, nth): Pair => {
    const other = others?.[nth]
    return { row, other, differs: other !== undefined && JSON.stringify(row.lines) !== JSON.stringify(other.lines) }
  })
  const shown = pairs.filter(
    ({ row, other, differs }) =>
      (row.lines.length > 0 || (other?.lines.length ?? 0) > 0) && (!onlyDifferent || !beside || differs),
  )
  const differing = pairs.filter(({ differs }) => differs).length
  const isUncertain = (one: Edition, path: string) => isMarked(path, one.uncertain)
  return (
    <>
      {beside && (
        <div className="row">
          <output aria-live="polite">
            <Tag tone={differing > 0 ? 'brand' : 'ok'}>
              {differing > 0 ? t('profiles.differ', { count: differing }) : t('profiles.same')}
            </Tag>
          </output>
          <label className="row small">
            <input
              type="checkbox"
              checked={onlyDifferent}
              onChange={(event) => setOnlyDifferent(event.target.checked)}
            />
            {t('profiles.onlyDifferent')}
          </label>
        </div>
      )}
      {[edition, beside].some((one) => one && one.uncertain.length > 0) && (
        <p className="small muted">{t('profiles.uncertainAbout')}</p>
      )}
      {sections.map((section) => {
        const rows = shown.filter(({ row }) => row.section === section)
        if (rows.length === 0) return null
        return (
          <Card key={section} title={t(`profiles.section.${section}`)} flush>
            <table className={styles.table} data-pair={beside !== undefined}>
              <thead className={beside ? undefined : 'visually-hidden'}>
                <tr>
                  <th scope="col">{t('profiles.field')}</th>
                  <th scope="col">{said(edition)}</th>
                  {beside && <th scope="col">{said(beside)}</th>}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ row, other, differs }) => (
                  <tr key={row.key} data-differs={differs}>
                    <th scope="row">
                      {t(`profiles.fields.${row.key}`)}
                      {differs && (
                        <>
                          {' '}
                          <Tag tone="brand">{t('profiles.different')}</Tag>
                        </>
                      )}
                    </th>
                    <td data-label={said(edition)}>
                      <Lines lines={row.lines} uncertain={isUncertain(edition, row.path)} />
                    </td>
                    {beside && other && (
                      <td data-label={said(beside)}>
                        <Lines lines={other.lines} uncertain={isUncertain(beside, row.path)} />
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        )
      })}
    </>
  )
}
