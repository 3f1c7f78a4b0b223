import { z } from 'zod'

const Instant = z.iso.datetime({ offset: true })
const Sheet = z.enum(['divisions', 'posts', 'households', 'people'])
const Pass = z.enum(['preview', 'apply'])

/** A file as it is handed over: the content in base64. */
export const FileToSave = z.strictObject({ fileName: z.string(), type: z.string(), content: z.string() })
export const NothingAsked = z.strictObject({})

/** `id` is made by the sender; the file in base64, twelve megabytes at most. */
export const SendWorkbook = z.strictObject({ id: z.uuid(), file: z.string().min(4).max(16_500_000) })
export type SendWorkbook = z.infer<typeof SendWorkbook>

export const SheetResult = z.strictObject({
  sheet: Sheet,
  read: z.int(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  conflict: z.int(),
  rejected: z.int(),
  blank: z.int(),
})
export const WorkbookState = z.enum(['previewing', 'previewed', 'applying', 'applied', 'destroyed'])
export type WorkbookState = z.infer<typeof WorkbookState>
export const Workbook = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  state: WorkbookState,
  bytes: z.int(),
  /** People who would be given an account by it; each gets a one-time code from whoever looks after accounts, and none from a file. */
  accounts: z.int(),
  /** Steps of the pass that is under way, and how many of them are done. */
  parts: z.int(),
  done: z.int(),
  receivedAt: Instant,
  expiresAt: Instant,
  orderedAt: Instant.nullable(),
  /** When the rows themselves were destroyed; what was counted stays. */
  destroyedAt: Instant.nullable(),
  preview: z.array(SheetResult),
  applied: z.array(SheetResult),
})
export type Workbook = z.infer<typeof Workbook>

const paging = { after: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
export const ListWorkbooks = z.strictObject(paging)
export const WorkbookPage = z.strictObject({ items: z.array(Workbook), next: z.string().nullable() })
export const OneWorkbook = z.strictObject({ workbookId: z.uuid() })

export const ListFindings = z.strictObject({ workbookId: z.uuid(), pass: Pass.default('preview'), ...paging })
export const FindingPage = z.strictObject({
  items: z.array(
    z.strictObject({
      sheet: Sheet,
      /** What the sheet is called in the template. */
      sheetName: z.strictObject({ zh: z.string(), en: z.string() }),
      row: z.int(),
      /** The letter of the column; empty where the whole row is meant. */
      column: z.string(),
      outcome: z.enum(['changed', 'conflict', 'rejected']),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  next: z.string().nullable(),
})
