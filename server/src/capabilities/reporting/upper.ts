import { type Post, postOverTls } from '../exchange/index.ts'

/** The system of the city, as whoever runs the server set it up; given once by app.ts. */
interface UpperSettings {
  upper: { url: string; authorization: string } | null
  /** A test puts a server of its own behind it. */
  post: Post
}
const PATIENCE_MS = 30_000

let settings: UpperSettings = { upper: null, post: postOverTls(PATIENCE_MS) }
export function useUpper(given: Partial<UpperSettings>): void {
  settings = { ...settings, ...given }
}
export const upperSettings = (): UpperSettings => settings
export const upperAt = (): string | null => settings.upper && new URL(settings.upper.url).host
