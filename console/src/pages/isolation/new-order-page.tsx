import { isolationRules } from '@qunfang/client/rules'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { type NewOrderSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Way } from '../../ui/way.tsx'
import { WhoFields } from '../exposures/who-fields.tsx'
import { DivisionBox } from '../people/division-box.tsx'
import {
  type Decided,
  DecidedFields,
  GroundFields,
  HomeFields,
  keepWords,
  keptWords,
  suggestedDays,
  useNeeded,
} from './decided-fields.tsx'
import styles from './orders.module.css'
import { type NewOrder, touchesOrders } from './orders-queries.ts'

const route = getRouteApi('/desk/isolation/new')

interface OrderForm extends Decided {
  division: string
  kind: NewOrder['kind']
  disease: string
  startsAt: string
  anchorKind: NonNullable<NewOrder['anchorKind']>
  home?: { met: string[]; checkedBy: string; checkedAt: string }
}

function orderOf(form: OrderForm, { personId, search }: { personId: string; search: NewOrderSearch }): NewOrder {
  const { home, startsAt, ...said } = form
  const { source, ref, household = null, proposal = null } = search
  return {
    ...said,
    id: newId(),
    recordedAt: new Date().toISOString(),
    personId,
    householdId: household,
    source: source && ref ? { kind: source, ref } : { kind: 'hand', ref: null },
    startsAt: fromLocalInput(startsAt),
    proposalId: proposal,
    home:
      said.kind === 'home' && home
        ? {
            met: isolationRules.homeConditions.filter((one) => home.met?.includes(one)),
            checkedBy: home.checkedBy,
            checkedAt: fromLocalInput(home.checkedAt),
          }
        : null,
  }
}

/** Whoever may not decide says the same to those who may. */
function proposalOf({ id, division, recordedAt, personId, kind, source, ground, anchorOn, ...rest }: NewOrder) {
  const { householdId = null, home = null } = rest
  return { id, division, recordedAt, personId, householdId, kind, source, ground, anchorOn, home }
}

/** A decision about one person. Nothing of it can be left out, because nobody may be kept without it. */
export default function NewOrderPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const goTo = useNavigate()
  const me = useQuery(meQuery).data
  const moment = useCountyMoment()
  const [form] = Form.useForm<OrderForm>()
  const needed = useNeeded()
  const [personId, setPersonId] = useState<string | null>(search.person ?? null)
  const kind = Form.useWatch('kind', form) ?? search.kind ?? 'home'
  const decides = may(me, 'isolation.order.open')
  const verb = t(decides ? 'isolation.open' : 'isolation.propose')
  const open = useOperation(
    (order: NewOrder): Promise<{ id: string }> =>
      decides
        ? answer(api.POST('/isolation/orders', { body: order }))
        : answer(api.POST('/isolation/proposals', { body: proposalOf(order) })),
    {
      touches: touchesOrders,
      onDone: ({ id }, order) => {
        if (decides) keepWords(order)
        void goTo(decides ? paths.order(id) : paths.orders())
      },
    },
  )
  const startsAt = toLocalInput(moment ?? new Date())
  return (
    <Page
      title={verb}
      above={<Link {...paths.orders()}>‹ {t('isolation.title')}</Link>}
      about={t(decides ? 'isolation.openAbout' : 'isolation.proposeAbout')}
    >
      <Card>
        <Form<OrderForm>
          form={form}
          name="new-order"
          layout="vertical"
          requiredMark={false}
          style={{ maxWidth: 720 }}
          initialValues={{
            kind,
            disease: 'covid-19',
            division: search.division,
            startsAt,
            anchorKind: 'last-exposure',
            ground: search.ground ?? 'close-contact',
            anchorOn: search.anchor,
            ...suggestedDays(startsAt.slice(0, 10)),
            ...keptWords(),
            home: { met: [], checkedAt: startsAt },
          }}
          onFinish={(said) => personId && open.send(orderOf(said, { personId, search }))}
        >
          {search.person ? (
            <p>
              <Way {...paths.person(search.person)}>{t('isolation.thisPerson')}</Way>
              {search.source && ` · ${t(`isolation.sources.${search.source}`)}`}
            </p>
          ) : (
            <WhoFields
              mayBeNew={false}
              who={personId === null ? null : { personId }}
              onWho={(who, division) => {
                setPersonId(who && 'personId' in who ? who.personId : null)
                if (division?.length === 12) form.setFieldValue('division', division)
              }}
            />
          )}
          <div className={styles.pair}>
            <Form.Item name="kind" label={t('isolation.kind')}>
              <Radio.Group
                options={isolationRules.kinds.map((value) => ({ value, label: t(`isolation.kinds.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name="startsAt" label={t('isolation.from')} rules={needed}>
              <Input type="datetime-local" />
            </Form.Item>
          </div>
          <div className={styles.pair}>
            <Form.Item
              name="division"
              label={t('isolation.village')}
              rules={[{ required: true, message: t('isolation.needed') }]}
            >
              <DivisionBox label={t('isolation.village')} homes={kind === 'home'} within={me?.division} />
            </Form.Item>
            <Form.Item name="anchorKind" label={t('isolation.anchorKind')}>
              <Select
                options={isolationRules.anchorKinds.map((value) => ({
                  value,
                  label: t(`isolation.anchorKinds.${value}`),
                }))}
              />
            </Form.Item>
          </div>
          <Form.Item name="disease" hidden>
            <Input />
          </Form.Item>
          {kind === 'home' && <HomeFields />}
          {decides ? <DecidedFields /> : <GroundFields />}
          {open.refusal ? <ProblemNotice error={open.refusal} /> : null}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={open.busy} disabled={personId === null}>
              {verb}
            </Button>
            {personId === null && <span className="muted small">{t('isolation.whoNeeded')}</span>}
          </div>
        </Form>
      </Card>
    </Page>
  )
}
