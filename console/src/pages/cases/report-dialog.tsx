import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { dayOf } from '../../ui/format.ts'
import styles from './cases.module.css'
import { EntryDialog, Line, orNull } from './entry-dialog.tsx'
import type { CaseFile, NewReport } from './queries.ts'

const belongings = ['county', 'city', 'province', 'other-province', 'hk-mo-tw', 'foreign'] as const
const groups = [
  'nursery-child',
  'child-at-home',
  'student',
  'teacher',
  'nursery-staff',
  'catering',
  'commerce',
  'medical-staff',
  'worker',
  'migrant-worker',
  'farmer',
  'herdsman',
  'fisher',
  'cadre',
  'retired',
  'housework',
  'other',
  'unknown',
] as const

type ReportForm = Pick<NewReport, 'belongsTo' | 'populationGroup' | 'cardNo' | 'unit' | 'unitPhone' | 'doctor'> & {
  turn: 'first' | 'correction'
  workplace?: string
  diedOn?: string
  correctedName?: string
  returnedBecause?: string
  remarks?: string
}

/** What the national card asks beside the person, who stands in people. */
export function ReportDialog({ file, onClose }: { file: CaseFile; onClose(): void }) {
  const { t } = useTranslation()
  const last = file.entries.findLast(({ kind, standing }) => kind === 'report' && standing)
  const turn = last ? 'correction' : 'first'
  const { details } = last ?? {}
  const before = {
    ...(details?.cardNo ? { cardNo: details.cardNo } : {}),
    ...(details?.unit ? { unit: details.unit, unitPhone: details.unitPhone ?? '' } : {}),
    ...(last?.decider ? { doctor: last.decider } : {}),
  }
  return (
    <EntryDialog<Omit<ReportForm, 'turn'>>
      caseId={file.id}
      form="case-report"
      title={`${t('caseFile.sendCard')} · ${t(`caseForm.turns.${turn}`)}`}
      initial={{
        belongsTo: details?.belongsTo ?? 'county',
        populationGroup: details?.populationGroup ?? 'farmer',
        ...before,
      }}
      send={(said, { workplace, diedOn, correctedName, returnedBecause, remarks, ...values }) =>
        answer(
          api.POST('/cases/{caseId}/reports', {
            params: { path: { caseId: file.id } },
            body: {
              ...said,
              ...values,
              turn,
              workplace: orNull(workplace),
              diedOn: orNull(diedOn),
              correctedName: orNull(correctedName),
              returnedBecause: orNull(returnedBecause),
              remarks: orNull(remarks),
            },
          }),
        )
      }
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Line name="cardNo" label={t('caseForm.cardNo')} needed max={30} />
        <Form.Item name="belongsTo" label={t('caseForm.belongsTo')}>
          <Select options={belongings.map((value) => ({ value, label: t(`caseForm.belongings.${value}`) }))} />
        </Form.Item>
        <Form.Item name="populationGroup" label={t('caseForm.populationGroup')}>
          <Select options={groups.map((value) => ({ value, label: t(`caseForm.groups.${value}`) }))} />
        </Form.Item>
        <Line name="workplace" label={t('caseForm.workplace')} />
        <Line name="unit" label={t('caseForm.unit')} needed />
        <Line name="unitPhone" label={t('caseForm.unitPhone')} needed max={20} />
        <Line name="doctor" label={t('caseForm.doctor')} needed max={30} />
        <Form.Item name="diedOn" label={t('caseForm.diedOn')}>
          <Input type="date" max={dayOf(new Date())} />
        </Form.Item>
        {turn === 'correction' && <Line name="correctedName" label={t('caseForm.correctedName')} />}
        {turn === 'correction' && <Line name="returnedBecause" label={t('caseForm.returnedBecause')} />}
      </div>
      <Line name="remarks" label={t('caseForm.note')} max={300} />
    </EntryDialog>
  )
}
