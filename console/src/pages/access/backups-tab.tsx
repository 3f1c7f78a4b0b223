import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dateTime, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Skeleton } from '../../ui/page.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import styles from './backups-tab.module.css'
import { type Backups, backupsQuery } from './queries.ts'

const TONES: Record<Backups['standing'], Tone> = {
  off: 'caution',
  failed: 'alarm',
  overdue: 'alarm',
  unverified: 'alarm',
  sound: 'ok',
}

/** Whether what is here today would still be here if the machine were not: when it was put away, and when that was tried. */
export function BackupsTab() {
  const { t } = useTranslation()
  const query = useQuery(backupsQuery)
  return (
    <Card title={t('backups.title')} extra={query.data && <Standing standing={query.data.standing} />}>
      <Loaded query={query} skeleton={<Skeleton lines={4} height={26} />} empty="never">
        {(state) => (
          <div className="stack">
            <p>{t(`backups.meaning.${state.standing}`)}</p>
            <Facts state={state} />
          </div>
        )}
      </Loaded>
    </Card>
  )
}

function Standing({ standing }: Pick<Backups, 'standing'>) {
  const { t } = useTranslation()
  return <Tag tone={TONES[standing]}>{t(`backups.standing.${standing}`)}</Tag>
}

function Facts({ state }: { state: Backups }) {
  const { t, i18n } = useTranslation()
  const said = (fault: Backups['fault']) => (i18n.language.startsWith('zh') ? fault?.zh : fault?.en) ?? ''
  const moment = (at: string | null) => (at ? dateTime(at) : t('backups.never'))
  const { madeAt, rows, bytes, tookMs, automatic, keepDays, verifiedAt } = state
  const size = { rows: number(rows ?? 0), megabytes: number(Math.round((bytes ?? 0) / 1e6)) }
  const lines: Array<[label: string, value: string]> = [
    [t('backups.automatic'), automatic ? t('backups.kept', { days: keepDays ?? 0 }) : t('backups.byHand')],
    [t('backups.made'), moment(madeAt)],
    ...(madeAt ? [[t('backups.holds'), t('backups.size', { ...size, seconds: Math.ceil((tookMs ?? 0) / 1000) })]] : []),
    [t('backups.verified'), moment(verifiedAt)],
    ...(state.failedAt ? [[t('backups.failed'), `${dateTime(state.failedAt)} ${said(state.fault)}`]] : []),
    ...(state.verifyFailedAt
      ? [[t('backups.verifyFailed'), `${dateTime(state.verifyFailedAt)} ${said(state.verifyFault)}`]]
      : []),
  ] as Array<[string, string]>
  return (
    <dl className={styles.lines}>
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
