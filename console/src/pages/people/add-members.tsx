import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, isRefusal } from '../../api.ts'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { checkRows, emptyRow, filled, type Row, toMembers, type Wrong, wrongOf } from './grid.ts'
import styles from './member-grid.module.css'
import { MemberGrid } from './member-grid.tsx'
import { touchesPeople } from './queries.ts'

/** The same grid, for a door that is known already. */
export function AddMembers({ householdId, onClose }: { householdId: string; onClose(): void }) {
  const { t } = useTranslation()
  const [rows, setRows] = useState<Row[]>(() => [emptyRow()])
  const [wrong, setWrong] = useState<Wrong>(new Map())
  const add = useOperation(
    (sent: Row[]) =>
      answer(
        api.POST('/households/{householdId}/members', {
          params: { path: { householdId } },
          body: { since: dayOf(new Date()), recordedAt: new Date().toISOString(), members: toMembers(sent) },
        }),
      ),
    { touches: touchesPeople, onDone: onClose },
  )
  const fromServer = isRefusal(add.refusal) ? wrongOf(add.refusal, filled(rows)) : new Map()
  function save() {
    const found = checkRows(rows)
    setWrong(found)
    if (found.size === 0 && filled(rows).length > 0) add.send(filled(rows))
  }
  return (
    <Card title={t('entry.addTitle')}>
      <div className="stack">
        <MemberGrid
          rows={rows}
          wrong={new Map([...fromServer, ...wrong])}
          onChange={(next) => {
            setWrong(new Map())
            add.reset()
            setRows(next)
          }}
          onSave={save}
        />
        {add.refusal && fromServer.size === 0 ? <ProblemNotice error={add.refusal} /> : null}
        <div className={styles.foot}>
          <Button type="primary" loading={add.busy} onClick={save}>
            {t('entry.addSave')}
          </Button>
          <Button onClick={onClose}>{t('forms.cancel')}</Button>
        </div>
      </div>
    </Card>
  )
}
