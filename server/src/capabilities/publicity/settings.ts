import { postOverTls } from './post.ts'

/** What publicity has to know of this installation; given once by app.ts. */
export interface PublicitySettings {
  publicUrl: string
  /** smtps://name:password@host:465; none sends no mail. */
  smtpUrl: string | null
  mailFrom: string | null
  /** Hosts that a webhook may go to. */
  webhookHosts: readonly string[]
  /** How a webhook is sent; a test looks into it. */
  post: (url: string, headers: Record<string, string>, body: Buffer) => Promise<number>
}

let settings: PublicitySettings = {
  publicUrl: 'http://localhost',
  smtpUrl: null,
  mailFrom: null,
  webhookHosts: [],
  post: postOverTls,
}
export function usePublicity(given: Partial<PublicitySettings>): void {
  settings = { ...settings, ...given }
}
export const publicitySettings = (): PublicitySettings => settings
