import { agencyListsFigures } from './agency-lists.ts'
import { casesFigures } from './cases.ts'
import { checkpointsFigures } from './checkpoints.ts'
import { closuresFigures } from './closures.ts'
import { commandFigures } from './command.ts'
import { exposuresFigures } from './exposures.ts'
import { fundsFigures } from './funds.ts'
import { inspectionsFigures } from './inspections.ts'
import { isolationFigures } from './isolation.ts'
import { placesFigures } from './places.ts'
import { publicityFigures } from './publicity.ts'
import { responsibilityFigures } from './responsibility.ts'
import { rumoursFigures } from './rumours.ts'
import { sitesFigures } from './sites.ts'
import { suppliesFigures } from './supplies.ts'
import { visitsFigures } from './visits.ts'

/** What the county counts, each capability's figures in its own file. */
export const figures = [
  ...checkpointsFigures,
  ...placesFigures,
  ...exposuresFigures,
  ...agencyListsFigures,
  ...responsibilityFigures,
  ...visitsFigures,
  ...isolationFigures,
  ...sitesFigures,
  ...suppliesFigures,
  ...inspectionsFigures,
  ...casesFigures,
  ...commandFigures,
  ...closuresFigures,
  ...fundsFigures,
  ...rumoursFigures,
  ...publicityFigures,
]

export type FigureName = (typeof figures)[number]['name']
export const figureNames = figures.map(({ name }) => name) as [FigureName, ...FigureName[]]

export const figureNamed = (name: FigureName) =>
  figures.find((figure) => figure.name === name) as (typeof figures)[number]
