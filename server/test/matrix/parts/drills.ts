import type { Part } from '../part.ts'

export const drillsPart: Part = {
  operations: {
    'drills.ground.read': {
      toldInCounty: {
        because:
          'Items are one list for the county; how much there is, and who lives where, is said of the reader’s own area.',
        fields: [],
        hears: ({ mark, things }) => [mark, ...Object.values(things)],
      },
    },
  },
}
