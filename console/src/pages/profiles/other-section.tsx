import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Box, ChecksBox, NumberBox, NumberInput, RangeBox } from './boxes.tsx'
import { replaced, useEditing, without } from './editing.ts'
import styles from './profiles.module.css'
import { FlagBox } from './said-boxes.tsx'
import { SectionCard, useNamed } from './section-card.tsx'

const scopes = ['small-setting', 'village-or-school', 'township'] as const

function ClustersBox() {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const rules = body.cluster ?? []
  const label = t('profiles.fields.cluster')
  const keep = (next: typeof rules) => put('cluster', next.length > 0 ? next : undefined)
  return (
    <Box path="cluster" label={label} wide>
      {rules.map((rule, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name of its own
        <span key={nth} className={styles.boxes}>
          {(['cases', 'days'] as const).map((what) => (
            <span key={what}>
              {t(`profiles.group.${what}`)}{' '}
              <NumberInput
                label={t('profiles.of', { of: `${label} ${nth + 1}`, what: t(`profiles.group.${what}`) })}
                value={rule[what]}
                onChange={(count = 0) => keep(replaced(rules, nth, { ...rule, [what]: count }))}
              />
            </span>
          ))}
          <label>
            {t('profiles.group.scope')}{' '}
            <select
              value={rule.scope}
              onChange={(event) => keep(replaced(rules, nth, { ...rule, scope: event.target.value }))}
            >
              {scopes.map((scope) => (
                <option key={scope} value={scope}>
                  {t(`profiles.scopes.${scope}`)}
                </option>
              ))}
            </select>
          </label>
          <Button size="small" danger type="text" onClick={() => keep(without(rules, nth))}>
            {t('profiles.group.remove')}
          </Button>
        </span>
      ))}
      <span>
        <Button size="small" onClick={() => keep([...rules, { cases: 2, days: 14, scope: 'small-setting' }])}>
          {t('profiles.group.addCluster')}
        </Button>
      </span>
    </Box>
  )
}

/** A group of figures that go together: with its switch off, the edition says none of them. */
function Together({
  path,
  label,
  first,
  children,
}: {
  path: string
  label: string
  first: object
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const isSaid = (body as unknown as Record<string, unknown>)[path] !== undefined
  return (
    <Box path={path} label={label} wide>
      <label className={styles.boxes}>
        <input
          type="checkbox"
          checked={isSaid}
          onChange={(event) => put(path, event.target.checked ? first : undefined)}
        />
        {t('profiles.yes')}
      </label>
      {isSaid && <div className={styles.fields}>{children}</div>}
    </Box>
  )
}

function OtherFields() {
  const { t } = useTranslation()
  const named = useNamed()
  return (
    <>
      <RangeBox {...named('searchRadiusM')} unit="metres" />
      <NumberBox {...named('distanceM')} unit="metres" step={0.5} />
      <FlagBox {...named('lostToFollowUp')} />
      <ChecksBox
        {...named('exposures')}
        options={(['human', 'animal'] as const).map((one) => [one, t(`profiles.source.${one}`)])}
      />
      <Together {...named('vehicle')} first={{ lookbackDays: 3, seatRows: 3 }}>
        <NumberBox path="vehicle.seatRows" label={t('profiles.group.rows')} needed />
        <NumberBox path="vehicle.lookbackDays" label={t('profiles.group.lookback')} needed />
      </Together>
      <Together {...named('asymptomaticTraveller')} first={{ days: 14, checksPerDay: 1, isolated: false }}>
        <NumberBox path="asymptomaticTraveller.days" label={t('profiles.group.days')} needed />
        <NumberBox path="asymptomaticTraveller.checksPerDay" label={t('profiles.group.checks')} needed />
        <IsolatedBox />
      </Together>
    </>
  )
}

function IsolatedBox() {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const path = 'asymptomaticTraveller.isolated'
  return (
    <Box path={path} label={t('profiles.group.isolated')}>
      <label className={styles.boxes}>
        <input
          type="checkbox"
          checked={body.asymptomaticTraveller?.isolated ?? false}
          onChange={(event) => put(path, event.target.checked)}
        />
        {t('profiles.yes')}
      </label>
    </Box>
  )
}

export function OtherSection() {
  return (
    <SectionCard section="other">
      <ClustersBox />
      <OtherFields />
    </SectionCard>
  )
}
