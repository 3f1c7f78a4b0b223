import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { may, meQuery } from '../../session.ts'
import { saveFile } from '../../ui/files.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './command.module.css'
import { type Group, organisationOnPaper, organisationQuery } from './queries.ts'

const NewBody = lazy(() => import('./new-body.tsx').then((module) => ({ default: module.NewBody })))
const NewMember = lazy(() => import('./seat-dialogs.tsx').then((module) => ({ default: module.NewMember })))
const EndBody = lazy(() => import('./end-dialogs.tsx').then((module) => ({ default: module.EndBody })))
const EndMember = lazy(() => import('./end-dialogs.tsx').then((module) => ({ default: module.EndMember })))

type Member = Group['members'][number]
type Doing = { add: true } | { join: Group } | { end: Group } | { leave: Member }

/** The chart: each group under the one it answers to, its heads first. On a phone it is an indented list. */
export function OrganisationView({ onRota }: { onRota(bodyId: string): void }) {
  const { t } = useTranslation()
  const query = useQuery(organisationQuery)
  const me = useQuery(meQuery).data
  const [doing, setDoing] = useState<Doing | null>(null)
  const acts: Acts = { onRota, onDo: may(me, 'command.body.add') ? setDoing : undefined }
  return (
    <Card title={t('command.chart')} extra={<Papers onAdd={acts.onDo && (() => setDoing({ add: true }))} />}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={30} />}
        empty={{
          when: ({ bodies }) => bodies.length === 0,
          show: <Nothing title={t('command.noBodies')}>{t('command.noBodiesWhy')}</Nothing>,
        }}
      >
        {({ bodies }) => <Branch bodies={bodies} parent={null} {...acts} />}
      </Loaded>
      <Suspense>{doing && dialogFor(doing, query.data?.bodies ?? [], () => setDoing(null))}</Suspense>
    </Card>
  )
}

function dialogFor(doing: Doing, bodies: readonly Group[], onClose: () => void): ReactNode {
  if ('add' in doing) return <NewBody bodies={bodies} onClose={onClose} />
  if ('join' in doing) return <NewMember bodyId={doing.join.id} title={doing.join.title} onClose={onClose} />
  if ('end' in doing) return <EndBody body={doing.end} onClose={onClose} />
  return <EndMember member={doing.leave} onClose={onClose} />
}

/** The same as a picture, and for the printer. */
function Papers({ onAdd }: { onAdd: (() => void) | undefined }) {
  const { t } = useTranslation()
  const save = useOperation(async ({ what, format }: { what: 'chart' | 'contacts'; format: 'pdf' | 'svg' }) =>
    saveFile(await organisationOnPaper(what, format, language())),
  )
  return (
    <span className="row">
      {save.refusal ? <ProblemNotice error={save.refusal} /> : null}
      {(['pdf', 'svg'] as const).map((format) => (
        <Button key={format} loading={save.busy} onClick={() => save.send({ what: 'chart', format })}>
          {t('command.chartAs', { format: format.toUpperCase() })}
        </Button>
      ))}
      <Button loading={save.busy} onClick={() => save.send({ what: 'contacts', format: 'pdf' })}>
        {t('command.contacts')}
      </Button>
      {onAdd && <Button onClick={onAdd}>{t('command.newBody')}</Button>}
    </span>
  )
}

interface Acts {
  onRota(bodyId: string): void
  onDo: ((doing: Doing) => void) | undefined
}
function Branch({ bodies, parent, ...acts }: Acts & { bodies: readonly Group[]; parent: string | null }) {
  const known = new Set(bodies.map(({ id }) => id))
  // What answers to a group that was dissolved stands at the top.
  const own = bodies.filter(({ parentId }) =>
    parent === null ? parentId === null || !known.has(parentId) : parentId === parent,
  )
  if (own.length === 0) return null
  return (
    <ul className={styles.branch}>
      {own.map((body) => (
        <li key={body.id}>
          <Box body={body} {...acts} />
          <Branch bodies={bodies} parent={body.id} {...acts} />
        </li>
      ))}
    </ul>
  )
}

function Box({ body, onRota, onDo }: { body: Group } & Acts) {
  const { t } = useTranslation()
  return (
    <article className={styles.box} data-kind={body.kind} aria-label={body.title}>
      <h3>{body.title}</h3>
      <p className="muted small">{body.mandate}</p>
      <ul>
        {body.members.map((one) => (
          <li key={one.id}>
            {one.role !== 'member' && (
              <Tag tone={one.role === 'head' ? 'brand' : 'plain'}>{t(`command.role.${one.role}`)}</Tag>
            )}{' '}
            {one.title}
            {one.holderName ? ` ${one.holderName}` : <span className="muted"> {t('command.vacant')}</span>}
            {onDo && one.toOn === null && (
              <Button
                size="small"
                type="text"
                aria-label={`${one.title} ${t('command.endMember')}`}
                title={t('command.endMember')}
                onClick={() => onDo({ leave: one })}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        {body.telephone && <a href={`tel:${body.telephone}`}>{body.telephone}</a>}
        {onDo && (
          <Button size="small" onClick={() => onDo({ join: body })}>
            {t('command.newMember')}
          </Button>
        )}
        <Button size="small" onClick={() => onRota(body.id)}>
          {t('command.view.rota')}
        </Button>
        {onDo && (
          <Button size="small" danger type="text" onClick={() => onDo({ end: body })}>
            {t('command.endBody')}
          </Button>
        )}
      </div>
    </article>
  )
}
