import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { withPath } from '../profiles/editing.ts'
import styles from './drills.module.css'
import { type Editing, MeasureField, NumberField, Numeric } from './fields.tsx'

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

interface CountyProps extends Editing {
  residents: number
  onResidents(total: number): void
}
export function CountyCard({ residents, onResidents, ...editing }: CountyProps) {
  const { t } = useTranslation()
  const days = t('drills.days')
  const persons = t('drills.persons')
  return (
    <Card title={t('drills.county')}>
      <p className={styles.note}>{t('drills.countyAbout')}</p>
      <div className={styles.fields}>
        <Numeric label={t('drills.residents')} unit={persons} value={residents} put={onResidents} />
        <NumberField {...editing} path="observation.contactsPerCase" label={t('drills.contacts')} unit={persons} />
        <NumberField {...editing} path="observation.days" label={t('drills.observation')} unit={days} />
        <NumberField {...editing} path="observation.monitoringDays" label={t('drills.monitoring')} unit={days} />
        <NumberField {...editing} path="observation.centralShare" label={t('drills.centralShare')} share />
        <NumberField {...editing} path="finding.careDays" label={t('drills.careDays')} unit={days} />
        <NumberField {...editing} path="county.rooms" label={t('drills.rooms')} unit={t('drills.roomUnit')} />
        <Numeric
          label={t('drills.patientBeds')}
          unit={t('drills.bedUnit')}
          value={editing.setting.county.patientBeds}
          put={(beds) =>
            editing.change(withPath(editing.setting, 'county.patientBeds', Number.isNaN(beds) ? null : beds))
          }
        />
        <NumberField {...editing} path="county.teams" label={t('drills.teams')} unit={t('drills.teamUnit')} />
        <NumberField {...editing} path="county.homesPerTeam" label={t('drills.homesPerTeam')} unit={persons} />
      </div>
      <GoodsFields {...editing} />
    </Card>
  )
}

function GoodsFields({ setting, change }: Editing) {
  const { t } = useTranslation()
  const { goods } = setting.county
  if (goods.length === 0) return null
  const put = (id: string, patch: Partial<(typeof goods)[number]>) => {
    const next = goods.map((good) => (good.id === id ? { ...good, ...patch } : good))
    change({ ...setting, county: { ...setting.county, goods: next } })
  }
  return (
    <div className={styles.goods}>
      <p className={styles.note}>{t('drills.goodsAbout')}</p>
      {goods.map(({ id, name, unit, inStore, perObserved, perPatient }) => (
        <fieldset key={id} className={styles.good}>
          <legend>{name}</legend>
          <Numeric
            label={t('drills.inStore')}
            unit={t(`requests.unit.${unit as 'piece'}`)}
            value={inStore}
            put={(value) => put(id, { inStore: value })}
          />
          <Numeric
            label={t('drills.perObserved')}
            step={0.1}
            value={perObserved}
            put={(value) => put(id, { perObserved: value })}
          />
          <Numeric
            label={t('drills.perPatient')}
            step={0.1}
            value={perPatient}
            put={(value) => put(id, { perPatient: value })}
          />
        </fieldset>
      ))}
    </div>
  )
}
