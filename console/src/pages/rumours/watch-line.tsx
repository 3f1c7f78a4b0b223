import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { dayOf, moveDay, timeOfDay } from '../../ui/format.ts'
import { organisationQuery, rotaQuery } from '../command/queries.ts'
import { deskQuery, touchesRumours } from './queries.ts'
import styles from './rumours.module.css'

/** Whose watch it is at this hour, and the hours of this day that nobody has. The rota itself is the command's. */
export function WatchLine() {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const mayRule = may(useQuery(meQuery).data, 'rumours.watch.set')
  const watch = useQuery(deskQuery).data?.watchBodyId ?? ''
  const today = dayOf(livesAt ?? new Date())
  const rota = useQuery({ ...rotaQuery(watch, today, moveDay(today, 1)), enabled: watch !== '' }).data
  const [isSetting, setSetting] = useState(false)
  const now = new Date(livesAt ?? Date.now()).toISOString()
  const on = rota?.duties.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
  const gaps = rota?.gaps.filter(({ startsAt }) => dayOf(startsAt) === today) ?? []
  return (
    <p className={styles.watch}>
      <b>{t('rumours.watch')}</b>
      {watch === '' ? (
        <span className="muted">{t('rumours.noWatch')}</span>
      ) : (
        <>
          <Link {...paths.command({ view: 'rota', body: watch })}>{rota?.title ?? '…'}</Link>
          <span>
            {on
              ? t('rumours.onWatch', { post: on.postTitle, until: timeOfDay(on.endsAt) })
              : rota && t('rumours.nobodyOn')}
          </span>
          {gaps.map(({ startsAt, endsAt }) => (
            <span key={startsAt} className={styles.gap}>
              {t('rumours.gap', { from: timeOfDay(startsAt), till: timeOfDay(endsAt) })}
            </span>
          ))}
        </>
      )}
      {mayRule && (
        <Button type="link" size="small" onClick={() => setSetting(true)}>
          {t('rumours.setWatch')}
        </Button>
      )}
      {isSetting && <SetWatch onClose={() => setSetting(false)} />}
    </p>
  )
}

function SetWatch({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const bodies = useQuery(organisationQuery).data?.bodies ?? []
  return (
    <FactDialog<{ bodyId: string }>
      name="set-watch"
      title={t('rumours.setWatch')}
      verb={t('forms.save')}
      about={t('rumours.watchAbout')}
      touches={touchesRumours}
      send={(body) => answer(api.POST('/rumour-watch', { body }))}
      onClose={onClose}
    >
      <Form.Item name="bodyId" label={t('rumours.group')} rules={[{ required: true, message: t('rumours.needed') }]}>
        <Select options={bodies.map(({ id, title }) => ({ value: id, label: title }))} />
      </Form.Item>
    </FactDialog>
  )
}
