import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, dayOf } from '../../ui/format.ts'
import { Card, Nothing } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { OrderIsolation } from '../isolation/order-isolation.tsx'
import type { CaseFile } from './queries.ts'
import { patientName, settingName } from './words.ts'

type Contact = CaseFile['contacts'][number]

/** Whom the tracing says this person met, and who of them is in isolation. */
export function ContactsCard({ file }: { file: CaseFile }) {
  const { t } = useTranslation()
  const columns: Column<Contact>[] = [
    {
      key: 'person',
      title: t('cases.person'),
      phone: 'heading',
      cell: ({ person }) => <Way {...paths.personExposures(person.id)}>{patientName(t, person)}</Way>,
    },
    { key: 'kind', title: t('caseFile.contactOf'), cell: ({ kind }) => settingName(t, kind) },
    {
      key: 'last',
      title: t('caseFile.lastMet'),
      cell: ({ lastAt }) => <time className="number">{dateTime(lastAt)}</time>,
    },
    {
      key: 'state',
      title: '',
      cell: ({ person, isolated, counts, caseId, lastAt }) => (
        <span className="row">
          {caseId && <Link {...paths.case(caseId)}>{t('caseFile.ownCase')}</Link>}
          {isolated && <Tag tone="brand">{t('caseFile.isolated')}</Tag>}
          {!isolated && counts && (
            <OrderIsolation
              person={person.id}
              source="case"
              record={file.id}
              ground="close-contact"
              anchor={dayOf(lastAt)}
            />
          )}
          {!counts && <Tag>{t('caseFile.beforeWindow')}</Tag>}
        </span>
      ),
    },
  ]
  return (
    <Card title={t('caseFile.contacts')} flush>
      {file.contacts.length === 0 ? (
        <Nothing title={t('caseFile.noContacts')} />
      ) : (
        <DataTable
          caption={t('caseFile.contacts')}
          columns={columns}
          rows={file.contacts}
          rowKey={({ person }) => person.id}
          rowTone={({ counts }) => (counts ? undefined : 'quiet')}
        />
      )}
    </Card>
  )
}
