import { drillRules, drillSchema } from '@qunfang/client/rules'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { CountyCard } from './county-card.tsx'
import styles from './drills.module.css'
import { OutcomeView } from './outcome-view.tsx'
import { type Ground, groundQuery, profilesQuery } from './queries.ts'
import { DiseaseCard, MeasuresCard, StartCard } from './setting-form.tsx'
import { type Setting, useDrill } from './use-drill.ts'

const route = getRouteApi('/desk/drills')

/** How many beds, teams and masks an outbreak would take, if it came: made up, and marked so wherever it is seen. */
export default function DrillsPage() {
  const { t } = useTranslation()
  const ground = useQuery(groundQuery)
  return (
    <Page title={t('drills.title')} about={t('drills.about')}>
      <p className={styles.banner} role="note">
        <b>{t('drills.mark')}</b> {t('drills.notAFact')}
      </p>
      <Loaded query={ground} skeleton={<Skeleton lines={10} height={30} />} empty="never">
        {(known) => <Drilling ground={known} />}
      </Loaded>
    </Page>
  )
}

type Body = Parameters<typeof drillRules.settingFrom>[1]
interface Profile {
  code: string
  disease: string
  zh: string
  en: string
  inForce: boolean
  body: unknown
}

function Drilling({ ground }: { ground: Ground }) {
  const query = useQuery(profilesQuery)
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} height={30} />} empty="never">
      {({ items }) => <Desk ground={ground} profiles={items} />}
    </Loaded>
  )
}

/** Where the page begins; every other disease is in the list. */
const USUAL = 'covid-19'

const sumOf = (setting: Setting) => setting.townships.reduce((sum, { residents }) => sum + residents, 0)

function Desk({ ground, profiles }: { ground: Ground; profiles: readonly Profile[] }) {
  const { t } = useTranslation()
  const { setting: given } = route.useSearch()
  const navigate = route.useNavigate()
  const first = profiles.find(({ inForce, disease }) => inForce && disease === USUAL) ?? profiles[0]
  const [profile, setProfile] = useState(first?.code ?? '')
  const bodyOf = (code: string) => profiles.find((one) => one.code === code)?.body as Body
  const [setting, setSetting] = useState<Setting>(
    () => drillSchema.Setting.safeParse(given).data ?? drillRules.settingFrom(ground, bodyOf(profile)),
  )
  const { drill, start, stop } = useDrill()
  const checked = drillSchema.Setting.safeParse(setting)
  const names = new Map(ground.townships.map(({ code, name }) => [code, name]))
  const editing = { setting, change: setSetting }
  const chooseProfile = (code: string) => {
    const { disease, observation } = drillRules.settingFrom(ground, bodyOf(code))
    setProfile(code)
    setSetting({ ...setting, disease, observation })
  }
  const run = () => {
    if (!checked.success) return
    void navigate({ search: { setting: checked.data }, replace: true })
    start(checked.data)
  }
  const shown = profiles.map(({ code, ...said }) => [code, said[language()]] as const)
  return (
    <>
      <details className={styles.setting} open={drill.is !== 'done'}>
        <summary>{t('drills.setting')}</summary>
        <div className={styles.cards}>
          <DiseaseCard {...editing} names={names} profiles={shown} profile={profile} onProfile={chooseProfile} />
          <StartCard {...editing} names={names} />
          <MeasuresCard {...editing} />
          <CountyCard
            {...editing}
            residents={sumOf(setting)}
            onResidents={(total) =>
              setSetting({ ...setting, townships: drillRules.populated(ground, Math.max(0, Math.round(total || 0))) })
            }
          />
        </div>
        <p className="small muted">{t('drills.groundAsOf', { at: dateTime(ground.asOf) })}</p>
      </details>
      <Card className={styles.startCard}>
        <div className={styles.start}>
          <Button type="primary" onClick={run} disabled={!checked.success || drill.is === 'running'}>
            {t('drills.run')}
          </Button>
          {drill.is === 'running' && <Running done={drill.done} runs={drill.runs} onStop={stop} />}
          {drill.is === 'done' && <Button onClick={() => window.print()}>{t('drills.print')}</Button>}
          {drill.is === 'failed' && <span role="alert">{t('drills.failed')}</span>}
          {!checked.success && <Wrong issues={checked.error.issues} />}
        </div>
      </Card>
      {drill.is === 'done' && <OutcomeView {...drill} names={names} />}
    </>
  )
}

function Running({ done, runs, onStop }: { done: number; runs: number; onStop(): void }) {
  const { t } = useTranslation()
  return (
    <>
      <progress value={done} max={runs} aria-label={t('drills.progress', { done, runs })} />
      <span className="number">{t('drills.progress', { done, runs })}</span>
      <Button onClick={onStop}>{t('drills.stop')}</Button>
    </>
  )
}

/** Which numbers are missing or cannot be; the first few say enough. */
function Wrong({ issues }: { issues: ReadonlyArray<{ message: string; path: PropertyKey[] }> }) {
  const { t } = useTranslation()
  const isNobody = issues.some(({ path }) => path.join('.') === 'townships')
  return <span role="alert">{t(isNobody ? 'drills.nobody' : 'drills.wrong')}</span>
}
