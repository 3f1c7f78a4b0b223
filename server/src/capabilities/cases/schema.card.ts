import { z } from 'zod'

export const AskCard = z.strictObject({ caseId: z.uuid(), language: z.enum(['zh', 'en']).default('zh') })
export const ReportCard = z.strictObject({
  caseId: z.uuid(),
  fields: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      value: z.string().nullable(),
      required: z.boolean(),
    }),
  ),
})
export const PrintedCard = z.strictObject({ fileName: z.string(), type: z.string(), content: z.string() })
