import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { listUncovered, listVillageBlocks, readChain, readCoverage } from './operations.coverage.ts'
import { beginDuties, callRoll, endDuty } from './operations.duties.ts'
import { readHandOver } from './operations.hand-over.ts'
import { applyPlan, proposePlan } from './operations.plans.ts'
import { closePost, openPosts, seatSomebody } from './operations.posts.ts'
import { countPostsByState, getPost, listOccupancies, listPostHouseholds, listPosts } from './operations.reading.ts'
import { listRules, recordRule } from './operations.rules.ts'
import { dissolveTeam, formTeams, joinTeam, leaveTeam, listTeams } from './operations.teams.ts'

const village = '130822100201'
const seat = { division: village }
const post = { id: '00000000-0000-4000-8000-00000000000a', division: village, rank: 'household', kind: 'volunteer' }
const posts = new Map([[post.id, post]])

const managing = { ...everybody('may not'), 'county-desk': 'may', 'township-officer': 'may' } as const
const tending = { ...managing, 'village-cadre': 'may' } as const
const reading = { ...tending, 'data-verifier': 'may', auditor: 'may' } as const
const visiting = { ...tending } as const
const nobody = everybody('may not')

const input = { division: village, village, area: village, postId: post.id }
accessTable(openPosts, { loaded: undefined, input, seat }, managing)
accessTable(closePost, { loaded: post, input, seat }, managing)
accessTable(beginDuties, { loaded: { posts, ground: null }, input, seat }, managing)
accessTable(endDuty, { loaded: { post }, input, seat }, managing)
accessTable(proposePlan, { loaded: undefined, input, seat }, managing)
accessTable(applyPlan, { loaded: undefined, input, seat }, managing)
accessTable(formTeams, { loaded: undefined, input, seat }, managing)
accessTable(joinTeam, { loaded: post, input, seat }, managing)
accessTable(leaveTeam, { loaded: post, input, seat }, managing)
accessTable(dissolveTeam, { loaded: post, input, seat }, managing)
accessTable(seatSomebody, { loaded: post, input, seat }, tending)
accessTable(callRoll, { loaded: [post], input, seat }, tending)
accessTable(readCoverage, { loaded: undefined, input, seat }, reading)
accessTable(listUncovered, { loaded: undefined, input, seat }, reading)
accessTable(listVillageBlocks, { loaded: undefined, input, seat }, reading)
accessTable(countPostsByState, { loaded: undefined, input, seat }, reading)
accessTable(listPosts, { loaded: undefined, input, seat }, reading)
accessTable(listTeams, { loaded: undefined, input, seat }, reading)
accessTable(getPost, { loaded: post, input, seat }, reading)
accessTable(listPostHouseholds, { loaded: post, input, seat }, reading)
accessTable(listRules, { loaded: undefined, input: {}, seat }, everybody('may'))
accessTable(recordRule, { loaded: undefined, input: {}, seat }, nobody)
accessTable(
  recordRule,
  { loaded: undefined, input: {}, seat: { division: '130822' } },
  { ...nobody, 'county-desk': 'may' },
)

// Persons are shown for a purpose of the seat; without one, to nobody.
const visit = { home: { division: village }, post, purpose: 'home-visit' }
accessTable(readChain, { loaded: visit, input, seat }, visiting)
accessTable(listOccupancies, { loaded: visit, input, seat }, visiting)
accessTable(readHandOver, { loaded: visit, input, seat }, visiting)
accessTable(readChain, { loaded: { ...visit, purpose: null }, input, seat }, nobody)
accessTable(readHandOver, { loaded: { ...visit, purpose: null }, input, seat }, nobody)

// Who leads a village is decided above it; and one village further nobody but the offices above sees or changes anything.
accessTable(seatSomebody, { loaded: { ...post, rank: 'village' }, input, seat }, managing)
const elsewhere = { division: '130822100202' }
accessTable(openPosts, { loaded: undefined, input, seat: elsewhere }, nobody)
accessTable(seatSomebody, { loaded: post, input, seat: elsewhere }, nobody)
accessTable(getPost, { loaded: post, input, seat: elsewhere }, nobody)
accessTable(readCoverage, { loaded: undefined, input, seat: elsewhere }, nobody)
accessTable(readChain, { loaded: visit, input, seat: elsewhere }, nobody)
