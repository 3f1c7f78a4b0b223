import type { Derivation } from '../../kernel/feed.ts'

export const derivedMembers: Derivation = {
  tables: { 'exposures.member': null },
  how: {
    zh: '行程、接触、停留、症状与今天的类别定义:谁在哪一类、从何时到何时',
    en: "travel, contacts, stays, illness and today's definitions: who is in which category from when to when",
  },
  derive: async (tx, county) => {
    await tx`select exposures.rejudge(${county}, null)`
  },
}
