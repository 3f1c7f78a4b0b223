import { peopleRules } from '@qunfang/client/rules'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icons.tsx'
import { documentKindName, relationName } from '../../ui/words.ts'
import { type Cell, emptyRow, isEmpty, livesElsewhere, pasted, type Row, type Wrong, withSpare } from './grid.ts'
import styles from './member-grid.module.css'

interface GridProps {
  rows: readonly Row[]
  wrong: Wrong
  onChange(rows: Row[]): void
  onSave(): void
}

/**
 * Typed without a mouse: Tab goes from cell to cell and over the end of a line into the next, Enter goes down, Ctrl+Enter saves. What is
 * wrong stands under its cell, and the cell says so to a screen reader.
 */
export function MemberGrid({ rows, wrong, onChange, onSave }: GridProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const change = (id: string, patch: Partial<Row>) =>
    onChange(withSpare(rows.map((row) => (row.id === id ? { ...row, ...patch } : row))))
  const remove = (id: string) => onChange(withSpare(rows.filter((row) => row.id !== id)))

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) return onSave()
    const [nth = '0', cell = 'name'] = (event.target as HTMLElement).dataset.at?.split(' ') ?? []
    box.current?.querySelector<HTMLElement>(`[data-at="${Number(nth) + 1} ${cell}"]`)?.focus()
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>, row: Row) {
    const text = event.clipboardData.getData('text')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const at = rows.indexOf(row)
    const before = rows.slice(0, at).filter((one) => !isEmpty(one))
    const after = rows.slice(at + 1).filter((one) => !isEmpty(one))
    onChange(withSpare([...before, ...(isEmpty(row) ? [] : [row]), ...pasted(text), ...after]))
  }

  const field = (row: Row, nth: number, cell: Exclude<Cell, 'relation'>, title: string) => (
    <CellBox words={wrong.get(row.id)?.[cell]} id={`${row.id}-${cell}`} label={title}>
      <input
        data-at={`${nth} ${cell}`}
        aria-label={`${t('entry.row', { count: nth + 1 })} ${title}`}
        aria-invalid={wrong.get(row.id)?.[cell] !== undefined}
        aria-describedby={`${row.id}-${cell}`}
        value={row[cell]}
        maxLength={cell === 'name' ? 50 : 40}
        inputMode={cell === 'phone' ? 'tel' : 'text'}
        autoComplete="off"
        spellCheck={false}
        onPaste={(event) => onPaste(event, row)}
        onChange={(event) => change(row.id, { [cell]: event.target.value })}
      />
    </CellBox>
  )

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the cells, gathered
    <div ref={box} className={styles.grid} onKeyDown={onKeyDown}>
      <div className={styles.head} aria-hidden="true">
        <span>{t('entry.relation')}</span>
        <span>{t('people.name')}</span>
        <span>{t('entry.kind')}</span>
        <span>{t('entry.number')}</span>
        <span>{t('people.phone')}</span>
        <span />
      </div>
      {rows.map((row, nth) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line of a grid
        <div key={row.id} role="group" className={styles.row} aria-label={t('entry.row', { count: nth + 1 })}>
          <CellBox words={wrong.get(row.id)?.relation} id={`${row.id}-relation`} label={t('entry.relation')}>
            <select
              data-at={`${nth} relation`}
              aria-label={`${t('entry.row', { count: nth + 1 })} ${t('entry.relation')}`}
              value={row.relation}
              onChange={(event) => change(row.id, { relation: event.target.value as Row['relation'] })}
            >
              {peopleRules.relations.map((code) => (
                <option key={code} value={code}>
                  {relationName(t, code)}
                </option>
              ))}
            </select>
          </CellBox>
          {field(row, nth, 'name', t('people.name'))}
          <CellBox words={undefined} id={`${row.id}-kind`} label={t('entry.kind')}>
            <select
              data-at={`${nth} kind`}
              aria-label={`${t('entry.row', { count: nth + 1 })} ${t('entry.kind')}`}
              value={row.kind}
              onChange={(event) => change(row.id, { kind: event.target.value as Row['kind'] })}
            >
              {peopleRules.documentKinds.map((code) => (
                <option key={code} value={code}>
                  {documentKindName(t, code)}
                </option>
              ))}
            </select>
          </CellBox>
          {field(row, nth, 'number', t('entry.number'))}
          {field(row, nth, 'phone', t('people.phone'))}
          <span className={styles.end}>
            {(row.moves || Object.values(wrong.get(row.id) ?? {}).some(livesElsewhere)) && (
              <label className={styles.moves} title={t('entry.movesWhy')}>
                <input
                  type="checkbox"
                  checked={row.moves}
                  onChange={(event) => change(row.id, { moves: event.target.checked })}
                />
                {t('entry.moves')}
              </label>
            )}
            {!isEmpty(row) && (
              <button
                type="button"
                tabIndex={-1}
                aria-label={t('entry.remove', { count: nth + 1 })}
                onClick={() => remove(row.id)}
              >
                <Icon name="close" size={16} />
              </button>
            )}
          </span>
        </div>
      ))}
      <button type="button" className="plain-button" onClick={() => onChange([...rows, emptyRow()])}>
        + {t('entry.add')}
      </button>
    </div>
  )
}

interface CellBoxProps {
  id: string
  label: string
  words: peopleRules.Words | undefined
  children: React.ReactNode
}

function CellBox({ id, label, words, children }: CellBoxProps) {
  return (
    <span className={styles.cell} data-label={label} data-wrong={words !== undefined}>
      {children}
      <span id={id} className={styles.wrong} role={words ? 'alert' : undefined}>
        {words?.[language()]}
      </span>
    </span>
  )
}
