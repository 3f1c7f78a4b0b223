import { FactDialog as Dialog, type FactDialogProps } from '../../ui/fact-dialog.tsx'
import { touchesSites } from './queries.ts'

/** Something that happened at a site. */
export const FactDialog = <F extends object>(props: Omit<FactDialogProps<F>, 'touches'>) => (
  <Dialog<F> {...props} touches={touchesSites} />
)
