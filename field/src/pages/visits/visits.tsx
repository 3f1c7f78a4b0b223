import '../../ui/styles/visits.css'
import type { PageProps } from '../../works.ts'
import DoorsPage from './doors.tsx'
import FollowUpsPage from './follow-ups.tsx'
import VisitPage from './visit.tsx'
import { FOLLOW_UPS } from './walk.ts'

export default function VisitsPage({ session, id }: PageProps) {
  if (id === FOLLOW_UPS) return <FollowUpsPage session={session} />
  if (id) return <VisitPage key={id} session={session} householdId={id} />
  return <DoorsPage session={session} />
}
