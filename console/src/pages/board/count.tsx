import { Link } from '@tanstack/react-router'
import { number } from '../../ui/format.ts'
import type { Place } from './tile.tsx'

interface CountProps {
  name: string
  value: number | null | undefined
  to: Place
  isAlarming?: boolean
}
/** A number that leads to what it counts. One that wants somebody has a sign as well as a colour. */
export function Count({ name, value, to, isAlarming = false }: CountProps) {
  const text = value === null || value === undefined ? '—' : number(value)
  return (
    <div data-tone={isAlarming ? 'alarm' : undefined}>
      <dt>{name}</dt>
      <dd>
        <Link {...to} aria-label={`${name} ${text}`}>
          {isAlarming && <span aria-hidden="true">⚠ </span>}
          {text}
        </Link>
      </dd>
    </div>
  )
}
