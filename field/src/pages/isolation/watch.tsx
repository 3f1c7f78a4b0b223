import type { PageProps } from '../../works.ts'
import DayListPage from './day-list.tsx'
import ReadingPage from './reading.tsx'

export default function WatchPage({ session, reference, id }: PageProps) {
  if (id) return <ReadingPage session={session} reference={reference} orderId={id} />
  return <DayListPage session={session} />
}
