import type { AskedLook } from '../people/looks.factory.ts'
import { aCsv, aList } from './agency-lists.factory.ts'
import { entryId } from './matching.ts'
import { receiveList } from './operations.receiving.ts'
import { ReceiveList } from './schema.ts'

/** A list with the one row that is about the person. */
const aListAbout: AskedLook['params'] = async ({ inside }, { alikeId, document }) => {
  const list = aList(aCsv(['1', '周小满', document.number, '', '']), { id: alikeId })
  await inside(async (ctx) => receiveList.run(ctx, ReceiveList.parse(list), undefined))
  return { listId: alikeId, entryId: entryId(alikeId, 2) }
}

const purpose = 'agency-list-check'
export const agencyListsLooks: Record<string, AskedLook> = {
  'agency-lists.entry.list': { purpose, count: 1, params: aListAbout, query: () => 'state=all', subject: () => null },
  'agency-lists.entry.get': { purpose, count: 1, params: aListAbout },
  'agency-lists.entry.show': { purpose, count: 1, params: aListAbout },
  'agency-lists.return.make': { purpose, count: 1, params: aListAbout, subject: ({ alikeId }) => alikeId },
}
