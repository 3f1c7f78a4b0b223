/** Pure rules and schemas of the server, the same code on the desk, on the phone and in the report. */

export * as editionRules from '../../server/src/capabilities/cases/rules.editions.ts'
export * as figureRules from '../../server/src/capabilities/cases/rules.figures.ts'
export * as observationRules from '../../server/src/capabilities/cases/rules.observation.ts'
export * as symptomRules from '../../server/src/capabilities/cases/rules.symptoms.ts'
export * as caseRules from '../../server/src/capabilities/cases/rules.ts'
export * as checkpointRules from '../../server/src/capabilities/checkpoints/rules.ts'
export * as checkpointSchema from '../../server/src/capabilities/checkpoints/schema.ts'
export * as exposureRules from '../../server/src/capabilities/exposures/rules.ts'
export * as peopleRules from '../../server/src/capabilities/people/rules.ts'
export * as peopleSchema from '../../server/src/capabilities/people/schema.ts'
export * as responsibilityRules from '../../server/src/capabilities/responsibility/rules.ts'
export * as visitRules from '../../server/src/capabilities/visits/rules.ts'
