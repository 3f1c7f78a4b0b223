import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { aHousehold } from './households.factory.ts'

test(
  'neighbours see households and members of their own area, through the published views',
  scenario(async ({ inside, county }) => {
    const given = await inside((ctx) => aHousehold(ctx, { members: 3, block: '2栋1单元', walkOrder: 7 }))
    const found = await inside(async ({ tx }) => ({
      households: await tx`select * from people.published_household where county = ${county}`,
      members: await tx`select person_id, division, head from people.published_member where household_id = ${given.id}`,
      persons: await tx`select id, now_id, division from people.published_person where county = ${county}`,
    }))
    expect(found.households).toMatchObject([
      { id: given.id, division: given.division, block: '2栋1单元', walk_order: 7, open: true, compound_id: null },
    ])
    expect(found.members.map((one) => one.person_id).sort()).toEqual([...given.members].sort())
    expect(found.members.filter((one) => one.head)).toMatchObject([{ person_id: given.members[0] }])
    expect(found.persons.every((one) => one.id === one.now_id && one.division === given.division)).toBe(true)
  }),
)
