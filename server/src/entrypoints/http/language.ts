import type { FastifyRequest } from 'fastify'
import type { Lang } from '../../kernel/problem.ts'

/** Chinese unless English is asked for first. */
export const langOf = (request: FastifyRequest): Lang =>
  /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'
