import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { DivisionBox } from '../people/division-box.tsx'
import { FactDialog } from './fact-dialog.tsx'
import type { SiteRow } from './queries.ts'

interface Document {
  authority: string
  documentNo: string
}
interface NewSiteForm extends Document {
  name: string
  location: string
  division: string
}

const needed = (message: string) => [{ required: true, whitespace: true, message }]

function DocumentFields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="authority" label={t('sites.authority')} rules={needed(t('sites.fieldNeeded'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="documentNo" label={t('sites.document')} rules={needed(t('sites.fieldNeeded'))}>
        <Input maxLength={60} placeholder="兴防办〔2020〕9号" />
      </Form.Item>
    </>
  )
}

export function NewSite({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <FactDialog<NewSiteForm>
      name="new-site"
      title={t('sites.newSite')}
      verb={t('sites.open')}
      about={t('sites.newSiteAbout')}
      send={async (body) => {
        const kept = await answer(api.POST('/sites', { body }))
        void navigate(paths.site(kept.id))
      }}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('sites.name')} rules={needed(t('sites.fieldNeeded'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="division" label={t('sites.division')} rules={needed(t('sites.fieldNeeded'))}>
        <DivisionBox label={t('sites.division')} />
      </Form.Item>
      <Form.Item name="location" label={t('sites.location')} rules={needed(t('sites.fieldNeeded'))}>
        <Input maxLength={120} />
      </Form.Item>
      <DocumentFields />
    </FactDialog>
  )
}

/** Closed by a document, as it was opened; reopened the same way. */
export function TurnSite({ site, onClose }: { site: SiteRow; onClose(): void }) {
  const { t } = useTranslation()
  const turn = site.closedAt ? 'reopened' : 'closed'
  return (
    <FactDialog<Document>
      name="turn-site"
      title={t(`sites.turn.${turn}`)}
      verb={t(`sites.turn.${turn}`)}
      danger={turn === 'closed'}
      about={turn === 'closed' ? t('sites.closeAbout') : undefined}
      send={(said) =>
        answer(api.POST('/sites/{siteId}/turns', { params: { path: { siteId: site.id } }, body: { ...said, turn } }))
      }
      onClose={onClose}
    >
      <DocumentFields />
    </FactDialog>
  )
}
