import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './command.module.css'
import { type Group, organisationQuery } from './queries.ts'

const NewBody = lazy(() => import('./new-body.tsx').then((module) => ({ default: module.NewBody })))
const NewMember = lazy(() => import('./seat-dialogs.tsx').then((module) => ({ default: module.NewMember })))

/** The chart: each group under the one it answers to, its heads first. On a phone it is an indented list. */
export function OrganisationView({ onRota }: { onRota(bodyId: string): void }) {
  const { t } = useTranslation()
  const query = useQuery(organisationQuery)
  const me = useQuery(meQuery).data
  const [adding, setAdding] = useState(false)
  const [joining, setJoining] = useState<Group | null>(null)
  const mayChange = may(me, 'command.body.add')
  return (
    <Card
      title={t('command.chart')}
      extra={mayChange && <Button onClick={() => setAdding(true)}>{t('command.newBody')}</Button>}
    >
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={30} />}
        empty={{
          when: ({ bodies }) => bodies.length === 0,
          show: <Nothing title={t('command.noBodies')}>{t('command.noBodiesWhy')}</Nothing>,
        }}
      >
        {({ bodies }) => (
          <Branch bodies={bodies} parent={null} onRota={onRota} onJoin={mayChange ? setJoining : undefined} />
        )}
      </Loaded>
      <Suspense>{adding && <NewBody bodies={query.data?.bodies ?? []} onClose={() => setAdding(false)} />}</Suspense>
      <Suspense>
        {joining && <NewMember bodyId={joining.id} title={joining.title} onClose={() => setJoining(null)} />}
      </Suspense>
    </Card>
  )
}

interface Acts {
  onRota(bodyId: string): void
  onJoin: ((body: Group) => void) | undefined
}
interface BranchProps extends Acts {
  bodies: readonly Group[]
  parent: string | null
}
function Branch({ bodies, parent, onRota, onJoin }: BranchProps) {
  const own = bodies.filter(({ parentId }) => parentId === parent)
  if (own.length === 0) return null
  return (
    <ul className={styles.branch}>
      {own.map((body) => (
        <li key={body.id}>
          <Box body={body} onRota={onRota} onJoin={onJoin} />
          <Branch bodies={bodies} parent={body.id} onRota={onRota} onJoin={onJoin} />
        </li>
      ))}
    </ul>
  )
}

function Box({ body, onRota, onJoin }: { body: Group } & Acts) {
  const { t } = useTranslation()
  return (
    <article className={styles.box} data-kind={body.kind}>
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
          </li>
        ))}
      </ul>
      <div className="row">
        {body.telephone && <a href={`tel:${body.telephone}`}>{body.telephone}</a>}
        {onJoin && (
          <Button size="small" onClick={() => onJoin(body)}>
            {t('command.newMember')}
          </Button>
        )}
        <Button size="small" onClick={() => onRota(body.id)}>
          {t('command.view.rota')}
        </Button>
      </div>
    </article>
  )
}
