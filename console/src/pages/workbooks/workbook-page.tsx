import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { Findings } from './findings.tsx'
import { Counts, Progress, StateTag } from './parts.tsx'
import { isUnderWay, type Workbook, workbookQuery } from './queries.ts'

const route = getRouteApi('/desk/workbooks/$workbookId')
type Act = 'apply' | 'discard'

function ActDialog({ act, workbook, onClose }: { act: Act; workbook: Workbook; onClose(): void }) {
  const { t } = useTranslation()
  const { id, preview } = workbook
  const turn = useOperation(
    () => {
      const call = { params: { path: { workbookId: id } } }
      return answer(
        act === 'apply'
          ? api.POST('/exchange/workbooks/{workbookId}/apply', call)
          : api.POST('/exchange/workbooks/{workbookId}/discard', call),
      )
    },
    { touches: [['workbook', id], ['workbooks'], ['findings', id]], onDone: onClose },
  )
  const sum = (of: (one: Workbook['preview'][number]) => number) =>
    number(preview.reduce((total, one) => total + of(one), 0))
  return (
    <Dialog
      title={t(`workbooks.${act}Title`)}
      verb={t(`workbooks.${act}`)}
      danger={act === 'discard'}
      busy={turn.busy}
      refusal={turn.refusal}
      onConfirm={() => turn.send(undefined)}
      onClose={onClose}
    >
      <p>
        {act === 'discard'
          ? t('workbooks.discardAbout')
          : t('workbooks.applyAbout', {
              fresh: sum((one) => one.new),
              changed: sum(({ changed }) => changed),
              left: sum(({ conflict, rejected }) => conflict + rejected),
            })}
      </p>
    </Dialog>
  )
}

export default function WorkbookPage() {
  const { t } = useTranslation()
  const { workbookId } = route.useParams()
  const query = useQuery(workbookQuery(workbookId))
  const me = useQuery(meQuery).data
  const [act, setAct] = useState<Act | null>(null)
  const workbook = query.data
  const isOpen = workbook && !workbook.destroyedAt && workbook.state !== 'applied'
  const actions = isOpen && (
    <>
      <Button onClick={() => setAct('discard')}>{t('workbooks.discard')}</Button>
      {workbook.preview.length > 0 && (
        <Button type="primary" onClick={() => setAct('apply')}>
          {workbook.orderedAt ? t('workbooks.resume') : t('workbooks.apply')}
        </Button>
      )}
    </>
  )
  return (
    <Page
      title={workbook ? t('workbooks.one', { at: dateTime(workbook.receivedAt) }) : t('workbooks.title')}
      above={<Link {...paths.workbooks()}>{t('workbooks.back')}</Link>}
      about={
        workbook &&
        (workbook.destroyedAt
          ? t('workbooks.destroyed', { at: dateTime(workbook.destroyedAt) })
          : t('workbooks.kept', { at: dateTime(workbook.expiresAt) }))
      }
      actions={actions}
    >
      <Loaded query={query} skeleton={<Skeleton lines={6} height={26} />} empty="never">
        {(shown) => (
          <div className="stack">
            <Card title={<StateTag workbook={shown} />}>
              {isUnderWay(shown) && <Progress workbook={shown} />}
              {shown.accounts > 0 && (
                <p>
                  {t('workbooks.accounts', { count: shown.accounts })}{' '}
                  {may(me, 'access.account.list') && <Link {...paths.access()}>{t('workbooks.toAccounts')}</Link>}
                </p>
              )}
              {shown.preview.length > 0 && (
                <>
                  <h3>{t('workbooks.preview')}</h3>
                  <Counts caption={t('workbooks.preview')} results={shown.preview} />
                </>
              )}
              {shown.applied.length > 0 && (
                <>
                  <h3>{t('workbooks.applied')}</h3>
                  <Counts caption={t('workbooks.applied')} results={shown.applied} />
                </>
              )}
            </Card>
            <Findings workbook={shown} />
          </div>
        )}
      </Loaded>
      {act && workbook && <ActDialog act={act} workbook={workbook} onClose={() => setAct(null)} />}
    </Page>
  )
}
