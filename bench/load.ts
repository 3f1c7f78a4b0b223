import autocannon from 'autocannon'

export interface Shot {
  path: string
  token?: string
  body: unknown
  headers?: Record<string, string>
}

export interface Fired {
  perSecond: number
  p50: number
  p99: number
}

/** Fires a different request each time on every connection for a while; anything but success stops the measurement. */
export async function fire(url: string, connections: number, seconds: number, next: () => Shot): Promise<Fired> {
  const prefix = new URL(url).pathname.replace(/\/$/, '')
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const { path, token, body, headers } = next()
    return {
      ...request,
      method: 'POST',
      path: prefix + path,
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: JSON.stringify(body),
    }
  }
  const result = await autocannon({ url, connections, duration: seconds, requests: [{ setupRequest }] })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed at ${url}`)
  return { perSecond: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99 }
}
