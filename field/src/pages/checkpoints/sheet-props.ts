import type { ScreeningForm } from './form.ts'

export interface SheetProps {
  form: ScreeningForm
  change(part: Partial<ScreeningForm>): void
  close(): void
}
