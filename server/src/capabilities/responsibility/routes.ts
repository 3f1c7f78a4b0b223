import type { RouteTable } from '../../kernel/operation.ts'
import { listUncovered, listVillageBlocks, readChain, readCoverage } from './operations.coverage.ts'
import { beginDuties, callRoll, endDuty } from './operations.duties.ts'
import { readHandOver } from './operations.hand-over.ts'
import { applyPlan, proposePlan } from './operations.plans.ts'
import { closePost, openPosts, seatSomebody } from './operations.posts.ts'
import { countPostsByState, getPost, listOccupancies, listPostHouseholds, listPosts } from './operations.reading.ts'
import { listRules, recordRule } from './operations.rules.ts'
import { dissolveTeam, formTeams, joinTeam, leaveTeam, listTeams } from './operations.teams.ts'
import { TeamBatch } from './schema.plans.ts'
import { DutyBatch, PostBatch } from './schema.ts'

export const responsibilityRoutes = {
  'GET /responsibility/coverage': readCoverage,
  'GET /responsibility/blocks': listVillageBlocks,
  'GET /responsibility/post-counts': countPostsByState,
  'GET /responsibility/uncovered': listUncovered,
  'GET /responsibility/households/:householdId/chain': readChain,
  'GET /responsibility/posts': listPosts,
  'POST /responsibility/posts': { one: openPosts },
  'POST /responsibility/posts/batch': { many: openPosts, body: PostBatch },
  'GET /responsibility/posts/:postId': getPost,
  'GET /responsibility/posts/:postId/households': listPostHouseholds,
  'GET /responsibility/posts/:postId/occupancies': listOccupancies,
  'GET /responsibility/posts/:postId/hand-over': readHandOver,
  'POST /responsibility/posts/:postId/seatings': seatSomebody,
  'POST /responsibility/posts/:postId/close': closePost,
  'POST /responsibility/duties': { one: beginDuties },
  'POST /responsibility/duties/batch': { many: beginDuties, body: DutyBatch },
  'POST /responsibility/duties/:dutyId/end': endDuty,
  'POST /responsibility/roll-calls': callRoll,
  'GET /responsibility/plan': proposePlan,
  'POST /responsibility/plans': applyPlan,
  'GET /responsibility/rules': listRules,
  'POST /responsibility/rules': recordRule,
  'GET /responsibility/teams': listTeams,
  'POST /responsibility/teams': { one: formTeams },
  'POST /responsibility/teams/batch': { many: formTeams, body: TeamBatch },
  'POST /responsibility/teams/:teamId/members': joinTeam,
  'POST /responsibility/teams/:teamId/members/:memberId/leave': leaveTeam,
  'POST /responsibility/teams/:teamId/dissolve': dissolveTeam,
} satisfies RouteTable
