import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { GroundField } from './leave-dialogs.tsx'
import { PostBox } from './post-box.tsx'
import { type Team, useRuleWords } from './queries.ts'
import styles from './responsibility.module.css'

const touches = [['teams'], ['post']]
const now = () => new Date().toISOString()

function Roles({ team }: { team: Team }) {
  const { t } = useTranslation()
  const { teams, roleName } = useRuleWords()
  const join = useOperation(
    ({ role, postId }: { role: string; postId: string }) =>
      answer(
        api.POST('/responsibility/teams/{teamId}/members', {
          params: { path: { teamId: team.id } },
          body: { id: newId(), postId, role, at: now() },
        }),
      ),
    { touches },
  )
  const leave = useOperation(
    (memberId: string) =>
      answer(
        api.POST('/responsibility/teams/{teamId}/members/{memberId}/leave', {
          params: { path: { teamId: team.id, memberId } },
          body: { at: now() },
        }),
      ),
    { touches },
  )
  return (
    <>
      <ul className={styles.members}>
        {team.members.map((member) => (
          <li key={member.id}>
            <span>
              <span className="muted small">{roleName(team.rule, member.role)}</span> {member.title}{' '}
              {!member.held && <Tag tone="alarm">{t('responsibility.vacantPost')}</Tag>}
            </span>
            <Button
              size="small"
              loading={leave.busy}
              aria-label={t('gridTeams.leaveOf', { title: member.title })}
              onClick={() => leave.send(member.id)}
            >
              {t('gridTeams.leave')}
            </Button>
          </li>
        ))}
      </ul>
      {teams.get(team.rule)?.roles.map(({ role, kinds }) => (
        <div key={role}>
          <div className="muted small">{t('gridTeams.join', { role: roleName(team.rule, role) })}</div>
          <PostBox
            label={t('gridTeams.join', { role: roleName(team.rule, role) })}
            kinds={kinds}
            division={team.division}
            value={undefined}
            onChange={(postId) => join.send({ role, postId })}
          />
        </div>
      ))}
      {(join.refusal ?? leave.refusal) ? <ProblemNotice error={join.refusal ?? leave.refusal} /> : null}
    </>
  )
}

function DissolveDialog({ team, onClose }: { team: Team; onClose(): void }) {
  const { t } = useTranslation()
  const { teamName } = useRuleWords()
  const dissolve = useOperation(
    ({ ground }: { ground: string }) =>
      answer(
        api.POST('/responsibility/teams/{teamId}/dissolve', {
          params: { path: { teamId: team.id } },
          body: { at: now(), ground: ground.trim() },
        }),
      ),
    { touches, onDone: onClose },
  )
  return (
    <Dialog
      danger
      title={t('gridTeams.dissolveTitle', { name: teamName(team.rule) })}
      verb={t('gridTeams.dissolve')}
      busy={dissolve.busy}
      refusal={dissolve.refusal}
      form="dissolve-team"
      onClose={onClose}
    >
      <Form<{ ground: string }> name="dissolve-team" layout="vertical" requiredMark={false} onFinish={dissolve.send}>
        <GroundField />
      </Form>
    </Dialog>
  )
}

/** Who is in a team, who joins and who leaves; and its end. */
export function TeamDialog({ team, onClose }: { team: Team; onClose(): void }) {
  const { t } = useTranslation()
  const { teamName } = useRuleWords()
  const [isEnding, setEnding] = useState(false)
  if (isEnding) return <DissolveDialog team={team} onClose={onClose} />
  return (
    <Dialog
      title={t('gridTeams.change', { name: teamName(team.rule) })}
      verb={t('forms.done')}
      busy={false}
      refusal={null}
      onConfirm={onClose}
      onClose={onClose}
    >
      <Roles team={team} />
      <div>
        <Button danger onClick={() => setEnding(true)}>
          {t('gridTeams.dissolve')}
        </Button>
      </div>
    </Dialog>
  )
}
