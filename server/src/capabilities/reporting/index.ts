import type { Capability } from '../../kernel/operation.ts'
import { reportingRoutes } from './routes.ts'

export { type FigureName, figureNames } from './catalogue/index.ts'
export { type AskedFigure, figuresAt } from './figures-at.ts'

export const reportingCapability: Capability = { name: 'reporting', routes: reportingRoutes }
