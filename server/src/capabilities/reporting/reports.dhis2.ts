import { dayInChina } from '../places/rules.clock.ts'
import type { Whole } from './reports.ts'

/** DHIS2 data value set: a daily period, organisation units by division code; what was not reported is left out, as DHIS2 asks. */
export function dhis2Of(report: Whole) {
  const day = dayInChina(report.asOf)
  const period = day.replaceAll('-', '')
  const places = (one: Whole['counted'][number]) => [
    [report.division, one.value] as const,
    ...Object.entries(one.parts),
  ]
  const dataValues = report.counted.flatMap((one) =>
    places(one).flatMap(([orgUnit, value]) =>
      value === null
        ? []
        : [{ dataElement: one.figure, period, orgUnit, categoryOptionCombo: 'default', value: String(value) }],
    ),
  )
  return { dataSet: 'qunfang-situation-report', completeDate: day, period, orgUnit: report.division, dataValues }
}
