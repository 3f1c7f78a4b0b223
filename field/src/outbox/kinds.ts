/** What this phone can record: the operation that takes it, and whether it carries the phone's own running number. */
export const kinds = {
  passage: { operation: 'checkpoints.passage.record', numbered: true },
  tally: { operation: 'checkpoints.tally.record', numbered: true },
  reading: { operation: 'isolation.reading.record', numbered: true },
  visit: { operation: 'visits.visit.record', numbered: true },
  'follow-up': { operation: 'visits.follow-up.close', numbered: false },
  'task-step': { operation: 'command.task.step', numbered: true },
  'task-photo': { operation: 'command.task.photo', numbered: false },
  'closure-look': { operation: 'closures.inspection.record', numbered: false },
  play: { operation: 'publicity.play.record', numbered: false },
  'play-photo': { operation: 'publicity.play.photo', numbered: false },
  'stock-count': { operation: 'supplies.count.record', numbered: false },
  inspection: { operation: 'inspections.inspection.record', numbered: true },
  'finding-step': { operation: 'inspections.finding.step', numbered: true },
  'site-clean': { operation: 'sites.disinfection.record', numbered: false },
  'site-meal': { operation: 'sites.meal.deliver', numbered: false },
  'site-leave': { operation: 'sites.shift.change', numbered: false },
  'site-take': { operation: 'sites.shift.take', numbered: false },
  correction: { operation: 'checkpoints.passage.correct', numbered: false },
  'shift-open': { operation: 'checkpoints.shift.open', numbered: false },
  'shift-close': { operation: 'checkpoints.shift.close', numbered: false },
  // Leaving is a record too: it ends the session when everything before it has arrived, though nobody is signed in any more.
  'sign-out': { operation: 'access.session.sign-out', numbered: false },
} as const satisfies Record<string, { operation: string; numbered: boolean }>

export type Kind = keyof typeof kinds
