import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './agency-lists.module.css'
import { touchesLists, type WholeEntry } from './queries.ts'
import { Reasons } from './reasons.tsx'

type Known = NonNullable<WholeEntry['known']>

function Who({ person }: { person: Known }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  if (!person.visible) return <span className="muted">{t('listEntry.beyond')}</span>
  return (
    <div className={styles.who}>
      <b>
        <Way {...paths.person(person.id)}>{person.name ?? t('listEntries.nameless')}</Way>
      </b>
      {person.document && <span className="number">{person.document}</span>}
      {person.phone && <span className="number">{person.phone}</span>}
      {person.division && <span className="muted">{divisionName(person.division)}</span>}
    </div>
  )
}

/** The other side: who is registered and may be meant, with what agrees and what does not. */
export function Candidates({ entry }: { entry: WholeEntry }) {
  const { t } = useTranslation()
  const decide = useOperation(
    (personId: string | null) =>
      answer(
        api.POST('/agency-list-entries/{entryId}/identifications', {
          params: { path: { entryId: entry.id } },
          body: { id: newId(), recordedAt: new Date().toISOString(), personId },
        }),
      ),
    { touches: touchesLists },
  )
  if (entry.outcome === 'rejected') {
    return (
      <Card title={t('listEntry.register')}>
        <Nothing title={t('listEntries.outcomes.rejected')}>{t('listEntry.rejectedWhy')}</Nothing>
      </Card>
    )
  }
  if (!entry.undecided) {
    return (
      <Card
        title={t('listEntry.register')}
        extra={entry.outcome === 'conflict' && <Tag tone="ok">{t('listEntry.decided')}</Tag>}
      >
        {entry.known ? (
          <div className="stack">
            <Who person={entry.known} />
            {entry.outcome === 'matched' && <Reasons codes={entry.reasons} />}
          </div>
        ) : (
          <Nothing title={t('listEntry.nobody')}>{t('listEntry.nobodyWhy')}</Nothing>
        )}
      </Card>
    )
  }
  return (
    <Card title={t('listEntry.candidates')}>
      <div className="stack">
        <p className="muted small">{t('listEntry.candidatesAbout')}</p>
        <ul className={styles.candidates}>
          {entry.candidates.map((person) => (
            <li key={person.id} className={styles.candidate}>
              <div className="stack">
                <Who person={person} />
                <Reasons codes={person.reasons} />
              </div>
              <Button type="primary" loading={decide.busy} onClick={() => decide.send(person.id)}>
                {t('listEntry.isThis')}
              </Button>
            </li>
          ))}
        </ul>
        <div>
          <Button loading={decide.busy} onClick={() => decide.send(null)}>
            {t('listEntry.noneOfThem')}
          </Button>
        </div>
        {decide.refusal ? <ProblemNotice error={decide.refusal} /> : null}
      </div>
    </Card>
  )
}
