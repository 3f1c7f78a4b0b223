import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './command.module.css'
import { type Group, organisationQuery } from './queries.ts'

/** The chart: each group under the one it answers to, its heads first. On a phone it is an indented list. */
export function OrganisationView({ onRota }: { onRota(bodyId: string): void }) {
  const { t } = useTranslation()
  const query = useQuery(organisationQuery)
  return (
    <Card title={t('command.chart')}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={30} />}
        empty={{
          when: ({ bodies }) => bodies.length === 0,
          show: <Nothing title={t('command.noBodies')}>{t('command.noBodiesWhy')}</Nothing>,
        }}
      >
        {({ bodies }) => <Branch bodies={bodies} parent={null} onRota={onRota} />}
      </Loaded>
    </Card>
  )
}

interface BranchProps {
  bodies: readonly Group[]
  parent: string | null
  onRota(bodyId: string): void
}
function Branch({ bodies, parent, onRota }: BranchProps) {
  const own = bodies.filter(({ parentId }) => parentId === parent)
  if (own.length === 0) return null
  return (
    <ul className={styles.branch}>
      {own.map((body) => (
        <li key={body.id}>
          <Box body={body} onRota={onRota} />
          <Branch bodies={bodies} parent={body.id} onRota={onRota} />
        </li>
      ))}
    </ul>
  )
}

function Box({ body, onRota }: { body: Group; onRota(bodyId: string): void }) {
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
        <Button size="small" onClick={() => onRota(body.id)}>
          {t('command.view.rota')}
        </Button>
      </div>
    </article>
  )
}
