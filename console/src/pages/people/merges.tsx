import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dateTime } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import styles from './people.module.css'
import { type PersonCard, touchesPeople } from './queries.ts'

function UndoDialog({ mergeId, onClose }: { mergeId: string; onClose(): void }) {
  const { t } = useTranslation()
  const undo = useOperation(
    ({ ground }: { ground: string }) =>
      answer(
        api.POST('/people/merges/{mergeId}/undo', {
          params: { path: { mergeId } },
          body: { id: newId(), ground, recordedAt: new Date().toISOString() },
        }),
      ),
    { touches: touchesPeople, onDone: onClose },
  )
  return (
    <Dialog
      title={t('person.undo')}
      verb={t('person.undoVerb')}
      busy={undo.busy}
      refusal={undo.refusal}
      form="undo-merge"
      onClose={onClose}
    >
      <p>{t('person.undoAbout')}</p>
      <Form<{ ground: string }> name="undo-merge" layout="vertical" requiredMark={false} onFinish={undo.send}>
        <Form.Item
          name="ground"
          label={t('alike.ground')}
          extra={t('alike.groundHint')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('alike.groundNeeded') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

/** Which records stand for this person, and which others might. */
export function Merges({ card }: { card: PersonCard }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const [undoing, setUndoing] = useState<string | null>(null)
  const mayJudge = may(me, 'people.merge.make')
  if (card.merges.length === 0 && card.alike.length === 0) return null
  return (
    <div className="stack">
      {card.alike.length > 0 && mayJudge && (
        <Card title={t('person.alike')}>
          <ul className={styles.lines}>
            {card.alike.map((other, nth) => (
              <li key={other}>
                <Link {...paths.compare({ one: card.person.id, other })}>
                  {t('person.compare')} {card.alike.length > 1 ? nth + 1 : ''}›
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {card.merges.length > 0 && (
        <Card title={t('person.merges')} extra={t('person.ids', { count: card.ids.length })}>
          <ul className={styles.lines}>
            {card.merges.map((merge) => (
              <li key={merge.id}>
                <span>{t('person.merged', { at: dateTime(merge.at), ground: merge.ground })}</span>
                {merge.undoneAt ? (
                  <span className="muted small">{t('person.undone', { at: dateTime(merge.undoneAt) })}</span>
                ) : (
                  mayJudge && (
                    <Button size="small" onClick={() => setUndoing(merge.id)}>
                      {t('person.undo')}
                    </Button>
                  )
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {undoing && <UndoDialog mergeId={undoing} onClose={() => setUndoing(null)} />}
    </div>
  )
}
