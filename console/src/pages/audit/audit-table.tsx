import { useTranslation } from 'react-i18next'
import type { AuditSearch } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { exactTime } from '../../ui/format.ts'
import { usePurposeName } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { roleName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import { useAccountNames } from './account-names.ts'
import { operationName } from './operations.ts'
import { isId, type Line } from './queries.ts'

const short = (id: string) => id.slice(-8)

/** The few words an operation left about itself. */
const noteOf = (note: Line['note']): string =>
  Object.entries(note)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key} ${isId(String(value)) ? short(String(value)) : value}`)
    .join(' · ')

interface AuditTableProps {
  rows: Line[]
  onPick(patch: AuditSearch): void
}

export function AuditTable({ rows, onPick }: AuditTableProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const names = useAccountNames()
  const purposeName = usePurposeName()
  const pick = (text: string, label: string, patch: AuditSearch) => (
    <button type="button" className="plain-button" onClick={() => onPick(patch)} title={label}>
      {text}
    </button>
  )
  const columns: Column<Line>[] = [
    {
      key: 'at',
      title: t('records.time'),
      phone: 'heading',
      cell: (line) => (
        <time className="number" style={{ whiteSpace: 'nowrap' }}>
          {exactTime(line.at)}
        </time>
      ),
    },
    {
      key: 'who',
      title: t('audit.who'),
      cell: (line) =>
        line.actorKind === 'person' && line.accountId ? (
          <div style={{ whiteSpace: 'nowrap' }}>
            {pick(names.get(line.accountId) ?? short(line.accountId), t('audit.onlyAccount'), {
              view: undefined,
              account: line.accountId,
            })}
            <div className="muted small">{roleName(t, line.role ?? '')}</div>
          </div>
        ) : (
          t(`audit.actor.${line.actorKind}`)
        ),
    },
    {
      key: 'operation',
      title: t('audit.what'),
      cell: (line) =>
        pick(operationName(line.operation), t('audit.onlyOperation', { name: operationName(line.operation) }), {
          operation: line.operation,
        }),
    },
    {
      key: 'purpose',
      title: t('audit.purpose'),
      cell: (line) => line.purpose && <Tag tone="brand">{purposeName(line.purpose)}</Tag>,
    },
    {
      key: 'subject',
      title: t('audit.aboutWhom'),
      cell: (line) =>
        line.subject && pick(short(line.subject), t('audit.onlySubject'), { view: undefined, subject: line.subject }),
    },
    { key: 'division', title: t('seats.division'), cell: (line) => line.division && divisionName(line.division) },
    {
      key: 'note',
      title: t('audit.note'),
      phone: 'wide',
      cell: (line) => {
        const note = noteOf(line.note)
        return note && <span className="muted small">{note}</span>
      },
    },
    { key: 'count', title: t('audit.rows'), align: 'end', cell: (line) => line.count },
  ]
  return <DataTable caption={t('shell.audit')} columns={columns} rows={rows} rowKey={(line) => line.id} />
}
