import type { z } from 'zod'
import { newId } from '../../../test/scenario/scenario.ts'
import type { ReportFever } from './schema.course.ts'

export const aFever = (
  division: string,
  given: Partial<z.input<typeof ReportFever>> = {},
): z.input<typeof ReportFever> => ({
  id: newId(),
  division,
  recordedAt: '2020-02-10T09:00:00+08:00',
  person: { id: newId(), name: '周小满' },
  origin: 'clinic',
  at: '2020-02-10T08:40:00+08:00',
  temperatureC: 38.4,
  site: 'axillary',
  symptoms: ['cough'],
  ...given,
})
