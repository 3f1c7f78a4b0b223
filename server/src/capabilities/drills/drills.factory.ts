import type { Setting } from './schema.ts'

/** A made-up county of one township, in which nobody does anything, until a test says otherwise. */
export const aSetting = (given: Partial<Setting> = {}): Setting => ({
  ...{ seed: 7, runs: 200, days: 120 },
  townships: [{ code: '999999100', residents: 1_000_000 }],
  disease: {
    ...{ reproduction: 0.6, dispersion: 0.5, unnoticed: 1 },
    serialInterval: { meanDays: 3, sdDays: 1 },
    incubation: { meanDays: 4, sdDays: 2 },
  },
  start: { township: null, infected: 5, importsPerDay: 0 },
  mixing: 0,
  finding: { delayDays: 4, careDays: 10 },
  observation: { days: 14, monitoringDays: 0, centralShare: 0.5, contactsPerCase: 8 },
  measures: {
    closures: { from: null, effect: 0.4 },
    isolation: { from: null, reach: 0.7, effect: 0.9 },
    checkpoints: { from: null, effect: 0.7 },
    screening: { from: null, delayDays: 1 },
  },
  county: { rooms: 50, patientBeds: 40, teams: 5, homesPerTeam: 8, goods: [] },
  ...given,
})
