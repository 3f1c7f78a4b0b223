import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { saveFile } from '../../ui/files.ts'
import { useOperation } from '../../ui/operation.ts'
import { usePurpose } from '../../ui/purpose.tsx'
import type { PurposeHeader } from '../people/queries.ts'

export function usePrintSheets() {
  const { header } = usePurpose()
  return useOperation((of: { division: string } | { orderId: string }) => {
    return 'orderId' in of ? ofPerson(of.orderId, header) : ofVillage(of.division, header)
  }, {})
}

async function ofPerson(orderId: string, header: PurposeHeader): Promise<void> {
  const params = { header, path: { orderId }, query: { language: language() } }
  saveFile(await answer(api.GET('/isolation/orders/{orderId}/sheet', { params })))
}

/** More people than one file takes come as several. */
async function ofVillage(division: string, header: PurposeHeader): Promise<void> {
  let after: string | undefined
  do {
    const query = { division, after, language: language() }
    const file = await answer(api.GET('/isolation/reading-sheets', { params: { header, query } }))
    saveFile(file)
    after = file.next ?? undefined
  } while (after)
}
