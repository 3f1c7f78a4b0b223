import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { paths } from '../paths.ts'
import { may, meQuery } from '../session.ts'

/** Pages that fewer people may open than see where they are named, and what one has to be allowed to open them. */
const NEEDS = {
  '/people/$personId': 'people.card.read',
  '/exposures/$personId': 'exposures.person.read',
  '/command/measures/$documentId': 'command.chain.read',
} as const

type WayProps = ReturnType<(typeof paths)['person' | 'personExposures' | 'sheet']> & {
  className?: string | undefined
  children: ReactNode
}

/** A link to a page for whoever may open it; for others the words alone, so that no way leads to a refusal. */
export function Way({ className, children, ...place }: WayProps) {
  const me = useQuery(meQuery).data
  if (!may(me, NEEDS[place.to])) return <span className={className}>{children}</span>
  return (
    <Link {...place} className={className}>
      {children}
    </Link>
  )
}
