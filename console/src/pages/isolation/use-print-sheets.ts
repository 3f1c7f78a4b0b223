import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { useOperation } from '../../ui/operation.ts'
import { usePurpose } from '../../ui/purpose.tsx'
import { saveFile } from '../workbooks/files.ts'

/** A village of more people than one file takes comes as several. */
export function usePrintSheets() {
  const { header } = usePurpose()
  return useOperation(async (of: { division: string } | { orderId: string }) => {
    let after: string | undefined
    do {
      const query = { ...of, after, language: language() }
      const file = await answer(api.GET('/isolation/reading-sheets', { params: { header, query } }))
      saveFile(file)
      after = file.next ?? undefined
    } while (after)
  }, {})
}
