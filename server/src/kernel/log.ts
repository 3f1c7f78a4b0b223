import { Writable } from 'node:stream'
import { pino } from 'pino'
import { Counter, Histogram, Registry } from 'prom-client'

/**
 * The log takes listed fields only. Free text and whole objects stay out, because that is how names and ID numbers end up in
 * log files; whoever needs another field adds it here, where it is seen.
 */
export interface LogFields {
  event: string
  requestId?: string
  method?: string
  route?: string
  status?: number
  ms?: number
  code?: string
  operation?: string
  county?: number
  count?: number
  port?: number
  host?: string
  migration?: string
  job?: string
  attempt?: number
  /** SQLSTATE or errno; never the message, which can carry values. */
  sqlstate?: string
  /** Class and place of an error: `TypeError operation.ts:41`. */
  fault?: string
}
const ALLOWED = new Set(
  'event requestId method route status ms code operation county count port host migration job attempt sqlstate fault'.split(
    ' ',
  ),
)

export interface Log {
  info(fields: LogFields): void
  warn(fields: LogFields): void
  error(fields: LogFields): void
}

function only(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => ALLOWED.has(key)))
}

export function openLog(level: string, out: Writable = process.stdout): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, out)
  return {
    info: (fields) => logger.info(only(fields)),
    warn: (fields) => logger.warn(only(fields)),
    error: (fields) => logger.error(only(fields)),
  }
}

export const silentLog: Log = openLog('silent', new Writable({ write: (_c, _e, done) => done() }))

/** Where an error comes from without what it says. */
export function faultOf(error: unknown): { fault: string; sqlstate?: string } {
  if (!(error instanceof Error)) return { fault: typeof error }
  const frame = /([\w.-]+\.(?:ts|mjs|js):\d+)/.exec(error.stack?.split('\n').slice(1).join('\n') ?? '')?.[1]
  const code = (error as { code?: unknown }).code
  return { fault: `${error.name} ${frame ?? '?'}`, ...(typeof code === 'string' ? { sqlstate: code } : {}) }
}

export interface Metrics {
  registry: Registry
  requests: Histogram<'route' | 'status'>
  operations: Counter<'operation' | 'result'>
  settled: Counter<string>
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'qunfang_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    operations: new Counter({
      name: 'qunfang_operations_total',
      help: 'Operations by result',
      labelNames: ['operation', 'result'],
      registers,
    }),
    settled: new Counter({ name: 'qunfang_feed_settled_total', help: 'Feed entries numbered by the clerk', registers }),
  }
}
