import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import styles from './people.module.css'
import { type Pair, pairQuery, touchesPeople } from './queries.ts'
import { SameTags, Side } from './side.tsx'

const route = getRouteApi('/desk/people/compare')

interface MergeForm {
  keptId: string
  ground: string
}

function MergeCard({ pair, onDone }: { pair: Pair; onDone(keptId: string): void }) {
  const { t } = useTranslation()
  const [one, other] = [pair.one.person, pair.other.person]
  const merge = useOperation(
    ({ keptId, ground }: MergeForm) => {
      const mergedId = keptId === one.id ? other.id : one.id
      const recordedAt = new Date().toISOString()
      return answer(api.POST('/people/merges', { body: { id: newId(), keptId, mergedId, ground, recordedAt } }))
    },
    { touches: touchesPeople, onDone: (_, { keptId }) => onDone(keptId) },
  )
  const homesDiffer = pair.one.home && pair.other.home && pair.one.home.householdId !== pair.other.home.householdId
  const name = (side: 'one' | 'other') => `${t(`alike.${side}`)} · ${pair[side].person.name ?? t('people.unnamed')}`
  // Whoever has shown a document is the better known of the two.
  const better = one.document === null && other.document !== null ? other.id : one.id
  return (
    <Card title={t('alike.merge')}>
      <Form<MergeForm> layout="vertical" requiredMark={false} initialValues={{ keptId: better }} onFinish={merge.send}>
        <Form.Item
          name="keptId"
          label={t('alike.keep')}
          extra={`${t('alike.keepAbout')}${homesDiffer ? t('alike.homesDiffer') : ''}`}
        >
          <Radio.Group
            options={[
              { value: one.id, label: name('one') },
              { value: other.id, label: name('other') },
            ]}
          />
        </Form.Item>
        <GroundField />
        {merge.refusal ? <ProblemNotice error={merge.refusal} /> : null}
        <Button type="primary" htmlType="submit" loading={merge.busy}>
          {t('alike.mergeVerb')}
        </Button>
      </Form>
    </Card>
  )
}

function GroundField() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="ground"
      label={t('alike.ground')}
      extra={t('alike.groundHint')}
      rules={[{ required: true, whitespace: true, min: 2, message: t('alike.groundNeeded') }]}
    >
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
  )
}

function TwoPeople({ pair, onClose, onDone }: { pair: Pair; onClose(): void; onDone(): void }) {
  const { t } = useTranslation()
  const say = useOperation(
    ({ ground }: { ground: string }) => {
      const ids = { oneId: pair.one.person.id, otherId: pair.other.person.id }
      const recordedAt = new Date().toISOString()
      return answer(api.POST('/people/different', { body: { id: newId(), ...ids, ground, recordedAt } }))
    },
    { touches: [['alike'], ['person']], onDone },
  )
  return (
    <Dialog
      title={t('alike.twoPeople')}
      verb={t('alike.twoPeopleVerb')}
      busy={say.busy}
      refusal={say.refusal}
      form="two-people"
      onClose={onClose}
    >
      <p>{t('alike.twoPeopleAbout')}</p>
      <Form<{ ground: string }> name="two-people" layout="vertical" requiredMark={false} onFinish={say.send}>
        <GroundField />
      </Form>
    </Dialog>
  )
}

/** Two records side by side, and the two answers: one person, or two. */
export default function ComparePage() {
  const { t } = useTranslation()
  const { one = '', other = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const { header } = usePurpose()
  const query = useQuery(pairQuery(one, other, header))
  const [asking, setAsking] = useState(false)
  const back = () => void navigate(paths.people({ view: 'alike' }))
  return (
    <Page
      title={t('alike.compareTitle')}
      about={t('alike.compareAbout')}
      above={<Link {...paths.people({ view: 'alike' })}>‹ {t('alike.back')}</Link>}
      actions={<PurposeChoice />}
    >
      <Loaded query={query} skeleton={<Skeleton lines={5} height={40} />} empty="never">
        {(pair) => (
          <>
            <Card>
              <div className={styles.pair}>
                <Side found={pair.one} />
                <SameTags same={pair.same} />
                <Side found={pair.other} />
              </div>
            </Card>
            <MergeCard pair={pair} onDone={(keptId) => void navigate(paths.person(keptId))} />
            <Card title={t('alike.twoPeople')}>
              <div className="stack">
                <p>{t('alike.twoPeopleAbout')}</p>
                <div>
                  <Button onClick={() => setAsking(true)}>{t('alike.twoPeople')}</Button>
                </div>
              </div>
            </Card>
            {asking && <TwoPeople pair={pair} onClose={() => setAsking(false)} onDone={back} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
