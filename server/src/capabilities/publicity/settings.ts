import { postOverTls } from '../exchange/index.ts'

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

const send = postOverTls(10_000)

let settings: PublicitySettings = {
  publicUrl: 'http://localhost',
  smtpUrl: null,
  mailFrom: null,
  webhookHosts: [],
  post: async (...said) => (await send(...said)).status,
}
export function usePublicity(given: Partial<PublicitySettings>): void {
  settings = { ...settings, ...given }
}
export const publicitySettings = (): PublicitySettings => settings
