import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { withPath } from '../profiles/editing.ts'
import styles from './drills.module.css'
import { type Editing, MeasureField, NumberField } from './fields.tsx'

interface FormProps extends Editing {
  names: ReadonlyMap<string, string>
  profiles: ReadonlyArray<readonly [code: string, name: string]>
  profile: string
  onProfile(code: string): void
}

export function DiseaseCard({ profiles, profile, onProfile, ...editing }: FormProps) {
  const { t } = useTranslation()
  const days = t('drills.days')
  return (
    <Card title={t('drills.disease')}>
      <div className={styles.fields}>
        <label className={styles.field}>
          <span>{t('drills.profile')}</span>
          <select value={profile} onChange={(event) => onProfile(event.target.value)}>
            {profiles.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <NumberField {...editing} path="disease.reproduction" label={t('drills.reproduction')} step={0.1} />
        <NumberField {...editing} path="disease.dispersion" label={t('drills.dispersion')} step={0.1} />
        <NumberField
          {...editing}
          path="disease.serialInterval.meanDays"
          label={t('drills.interval')}
          unit={days}
          step={0.1}
        />
        <NumberField
          {...editing}
          path="disease.serialInterval.sdDays"
          label={t('drills.intervalSd')}
          unit={days}
          step={0.1}
        />
        <NumberField
          {...editing}
          path="disease.incubation.meanDays"
          label={t('drills.incubation')}
          unit={days}
          step={0.1}
        />
        <NumberField
          {...editing}
          path="disease.incubation.sdDays"
          label={t('drills.incubationSd')}
          unit={days}
          step={0.1}
        />
        <NumberField {...editing} path="disease.unnoticed" label={t('drills.unnoticed')} share />
      </div>
    </Card>
  )
}

export function StartCard({ names, ...editing }: Pick<FormProps, 'names'> & Editing) {
  const { t } = useTranslation()
  const { setting, change } = editing
  const days = t('drills.days')
  return (
    <Card title={t('drills.start')}>
      <div className={styles.fields}>
        <label className={styles.field}>
          <span>{t('drills.township')}</span>
          <select
            value={setting.start.township ?? ''}
            onChange={(event) => change(withPath(setting, 'start.township', event.target.value || null))}
          >
            <option value="">{t('drills.anywhere')}</option>
            {setting.townships.map(({ code }) => (
              <option key={code} value={code}>
                {names.get(code) ?? code}
              </option>
            ))}
          </select>
        </label>
        <NumberField
          {...editing}
          path="start.infected"
          label={t('drills.infectedAtFirst')}
          unit={t('drills.persons')}
        />
        <NumberField
          {...editing}
          path="start.importsPerDay"
          label={t('drills.imports')}
          unit={t('drills.persons')}
          step={0.1}
        />
        <NumberField {...editing} path="mixing" label={t('drills.mixing')} share />
        <NumberField {...editing} path="finding.delayDays" label={t('drills.delay')} unit={days} step={0.5} />
        <NumberField {...editing} path="days" label={t('drills.length')} unit={days} />
        <NumberField {...editing} path="runs" label={t('drills.runs')} />
        <NumberField {...editing} path="seed" label={t('drills.seed')} />
      </div>
    </Card>
  )
}

export function MeasuresCard(editing: Editing) {
  const { t } = useTranslation()
  const days = t('drills.days')
  return (
    <Card title={t('drills.measuresTitle')}>
      <div className={styles.measures}>
        <MeasureField {...editing} name="isolation">
          <NumberField {...editing} path="measures.isolation.reach" label={t('drills.reach')} share />
          <NumberField {...editing} path="measures.isolation.effect" label={t('drills.apart')} share />
        </MeasureField>
        <MeasureField {...editing} name="screening">
          <NumberField
            {...editing}
            path="measures.screening.delayDays"
            label={t('drills.delay')}
            unit={days}
            step={0.5}
          />
        </MeasureField>
        <MeasureField {...editing} name="closures">
          <NumberField {...editing} path="measures.closures.effect" label={t('drills.prevents')} share />
        </MeasureField>
        <MeasureField {...editing} name="checkpoints">
          <NumberField {...editing} path="measures.checkpoints.effect" label={t('drills.stops')} share />
        </MeasureField>
      </div>
    </Card>
  )
}
