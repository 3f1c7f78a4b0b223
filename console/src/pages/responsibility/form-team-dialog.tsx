import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Views } from '../../ui/filters.tsx'
import { useOperation } from '../../ui/operation.ts'
import { PurposeChoice } from '../../ui/purpose.tsx'
import { DivisionBox } from '../people/division-box.tsx'
import { HouseholdBox } from '../people/household-box.tsx'
import { PostBox } from './post-box.tsx'
import { useRuleWords } from './queries.ts'

type For = 'division' | 'household'

/** By its rule: one post for every role; what cannot be filled yet stays open and shows as lacking. */
export function FormTeamDialog({ area, onClose }: { area: string | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const { teams, teamName } = useRuleWords()
  const lang = language()
  const [code, setCode] = useState<string>()
  const own = area ?? me?.division ?? ''
  const [division, setDivision] = useState(own.length === 12 ? own : undefined)
  const [whose, setWhose] = useState<For>('household')
  const [householdId, setHousehold] = useState<string>()
  const [taken, setTaken] = useState<Record<string, string>>({})
  const [missing, setMissing] = useState(false)
  const rule = teams.get(code ?? '') ?? [...teams.values()][0]
  const isWhole = rule !== undefined && division !== undefined && (whose === 'division' || householdId !== undefined)
  const form = useOperation(
    () =>
      answer(
        api.POST('/responsibility/teams', {
          body: {
            id: newId(),
            division: division ?? '',
            rule: rule?.code ?? '',
            householdId: whose === 'household' ? (householdId ?? null) : null,
            formedAt: new Date().toISOString(),
            members: Object.entries(taken).map(([role, postId]) => ({ id: newId(), postId, role })),
          },
        }),
      ),
    { touches: [['teams'], ['post']], onDone: onClose },
  )
  return (
    <Dialog
      title={t('gridTeams.form')}
      verb={t('gridTeams.form')}
      busy={form.busy}
      refusal={form.refusal}
      onConfirm={() => (isWhole ? form.send(undefined) : setMissing(true))}
      onClose={onClose}
    >
      <Select
        aria-label={t('gridTeams.rule')}
        value={rule?.code ?? null}
        options={[...teams.keys()].map((value) => ({ value, label: teamName(value) }))}
        onChange={(chosen: string | null) => {
          setCode(chosen ?? undefined)
          setTaken({})
        }}
      />
      <DivisionBox
        homes
        label={t('gridDuty.where')}
        value={division}
        onChange={(chosen) => {
          setDivision(chosen)
          setHousehold(undefined)
          setTaken({})
        }}
      />
      <Views<For>
        label={t('gridTeams.for')}
        value={whose}
        options={[
          ['household', t('gridTeams.household')],
          ['division', t('gridTeams.wholeDivision')],
        ]}
        onChange={setWhose}
      />
      {whose === 'household' && division && (
        <>
          <PurposeChoice />
          <HouseholdBox
            label={t('gridDuty.reaches.household')}
            division={division}
            value={householdId}
            onChange={setHousehold}
          />
        </>
      )}
      {division &&
        rule?.roles.map((role) => (
          <div key={role.role}>
            <div className="muted small">{t('gridRules.atLeast', { role: role[lang], count: role.least })}</div>
            <PostBox
              key={`${rule.code} ${division}`}
              label={role[lang]}
              kinds={role.kinds}
              division={division}
              value={taken[role.role]}
              onChange={(postId) => setTaken((before) => ({ ...before, [role.role]: postId }))}
            />
          </div>
        ))}
      {missing && !isWhole && <p role="alert">{t('gridTeams.whoNeeded')}</p>}
    </Dialog>
  )
}
