import type { AskedLook } from '../../capabilities/people/looks.factory.ts'

export const syncLooks: Record<string, AskedLook> = {
  'sync.replica.read': {
    purpose: 'home-visit',
    count: 1,
    query: ({ village }) => `village=${village}`,
    subject: () => null,
  },
}
