import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Asked } from './case-page.tsx'
import styles from './cases.module.css'
import type { CaseFile, Entry } from './queries.ts'

type Ask = ((asked: Asked) => void) | undefined

const findingTones = { positive: 'alarm', negative: 'ok', inconclusive: 'caution', unfit: 'caution' } as const

/** The id under which a sample was first written down, whatever has corrected it since. */
function firstId(entries: readonly Entry[], id: string): string {
  const corrects = entries.find((entry) => entry.id === id)?.corrects
  return corrects ? firstId(entries, corrects) : id
}

function useColumns(file: CaseFile, onAsk: Ask): Column<Entry>[] {
  const { t } = useTranslation()
  const results = file.entries.filter(({ kind, standing }) => kind === 'result' && standing)
  const of = (sample: Entry) =>
    results.filter(({ sampleId }) => sampleId && firstId(file.entries, sampleId) === firstId(file.entries, sample.id))
  return [
    {
      key: 'taken',
      title: t('caseFile.taken'),
      phone: 'heading',
      cell: ({ at }) => <time className="number">{dateTime(at)}</time>,
    },
    {
      key: 'specimen',
      title: t('caseFile.specimen'),
      cell: ({ code }) => t(`caseForm.specimens.${code as 'other'}`),
    },
    { key: 'laboratory', title: t('caseFile.laboratoryName'), cell: ({ details }) => details.laboratory },
    {
      key: 'results',
      title: t('caseFile.results'),
      cell: (sample) => (
        <span className="row">
          {of(sample).map(({ id, code, details }) => (
            <Tag key={id} tone={findingTones[code as 'positive']}>
              {t(`caseForm.tests.${details.test ?? 'pcr'}`)} {t(`caseForm.findings.${code as 'positive'}`)}
              {details.titre ? ` 1:${details.titre}` : ''}
            </Tag>
          ))}
          {of(sample).length === 0 && <Tag tone="caution">{t('caseFile.waitsForResult')}</Tag>}
          {file.exclusion?.counted.includes(sample.id) && <Tag tone="brand">{t('caseFile.counts')}</Tag>}
        </span>
      ),
    },
    {
      key: 'act',
      title: '',
      align: 'end',
      cell: (sample) =>
        onAsk && (
          <Button size="small" onClick={() => onAsk({ result: sample.id })}>
            {t('caseFile.addResult')}
          </Button>
        ),
    },
  ]
}

/** What was sampled, what came of it, and whether the negatives are enough. */
export function SamplesCard({ file, onAsk }: { file: CaseFile; onAsk?: Ask }) {
  const { t } = useTranslation()
  const columns = useColumns(file, onAsk)
  const samples = file.entries.filter(({ kind, standing }) => kind === 'sample' && standing)
  return (
    <Card
      title={t('caseFile.samples')}
      flush
      extra={onAsk && <Button onClick={() => onAsk('sample')}>{t('caseFile.addSample')}</Button>}
    >
      {samples.length === 0 ? (
        <Nothing title={t('caseFile.noSamples')} />
      ) : (
        <DataTable caption={t('caseFile.samples')} columns={columns} rows={samples} rowKey={({ id }) => id} />
      )}
      <Exclusion file={file} />
    </Card>
  )
}

function Exclusion({ file }: { file: CaseFile }) {
  const { t } = useTranslation()
  const { exclusion } = file
  if (!exclusion || file.status !== 'suspected') return null
  return (
    <p className={styles.note}>
      {exclusion.met
        ? t('caseFile.exclusionMet')
        : t('caseFile.exclusionNot', { why: (language() === 'zh' ? exclusion.zh : exclusion.en) ?? '' })}
      {exclusion.nextFrom && ` ${t('caseFile.nextFrom', { at: dateTime(exclusion.nextFrom) })}`}
    </p>
  )
}
