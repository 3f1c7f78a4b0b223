import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { withPath } from '../profiles/editing.ts'
import styles from './drills.module.css'
import { type Editing, NumberField, Numeric } from './fields.tsx'

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
        <fieldset key={id} className={styles.good} aria-label={name}>
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
