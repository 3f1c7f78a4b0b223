import { type CorrectionPlan, instant, type PassagePlan } from './events.ts'
import { type FiguresFile, marksOf } from './figures.ts'
import { type Chance, chance } from './random.ts'

const MINUTE = 60_000

/** One record in about eight hundred was written wrongly and put right within the half hour. */
const PER_RECORD = 0.0012

/**
 * Mistakes of a tired hand. A passage written twice is one person too many until it is voided: both fall on the same side of
 * every mark, so the totals stand whichever way corrections are dated.
 */
export function planCorrections(file: FiguresFile, county: string, passages: PassagePlan[]): CorrectionPlan[] {
  const draw = chance(file.seed, county, 'corrections')
  const marks = ['checkpoints.screened', 'checkpoints.fevers']
    .flatMap((name) => marksOf(file, name))
    .map(({ atMs }) => atMs)
  const safe = passages.filter(({ recordedAt, decision, fromTallyId, temperatureC }) => {
    const ms = Date.parse(recordedAt)
    const crosses = marks.some((mark) => ms < mark && mark <= ms + 40 * MINUTE)
    return !crosses && decision !== 'medical' && decision !== 'refused' && fromTallyId === null && temperatureC !== null
  })
  const wanted = Math.min(Math.max(Math.round(passages.length * PER_RECORD), 4), safe.length)
  const corrections: CorrectionPlan[] = []
  for (let nth = 0; nth < wanted; nth += 1) {
    // One from each equal part, so no record is corrected twice.
    const [from, to] = [Math.floor((nth * safe.length) / wanted), Math.floor(((nth + 1) * safe.length) / wanted) - 1]
    const passage = safe[draw.whole(from, to)]
    if (passage) corrections.push(correct(file, passage, nth, passages, draw))
  }
  return corrections
}

function correct(
  file: FiguresFile,
  passage: PassagePlan,
  nth: number,
  passages: PassagePlan[],
  draw: Chance,
): CorrectionPlan {
  const madeMs = Date.parse(passage.recordedAt)
  const offset = file.calendar.offset
  const laterMs = Math.floor((madeMs + draw.whole(3, 25) * MINUTE) / MINUTE) * MINUTE + draw.whole(5, 55) * 1000
  const base = { id: draw.id(laterMs), passageId: passage.id, recordedAt: instant(laterMs, offset) }
  if (nth % 4 === 0) {
    const againMs = madeMs + 2_000
    const twin: PassagePlan = {
      ...passage,
      id: draw.id(againMs),
      recordedAt: instant(againMs, offset),
      vehicleId: null,
      plate: null,
    }
    // A full minute would make "as of" ambiguous for the twin.
    if (twin.recordedAt.slice(17, 19) === '00') twin.recordedAt = instant(againMs + 1000, offset)
    passages.push(twin)
    return { ...base, passageId: twin.id, why: '同一人登记了两次', voided: true }
  }
  if (nth % 4 === 1 && passage.decision === 'turned-back')
    return {
      ...base,
      why: '劝返原因选错',
      reason: passage.reason === 'no-need-to-travel' ? 'no-proof-of-residence' : 'no-need-to-travel',
    }
  if (nth % 4 === 2 && passage.decision === 'pass')
    return { ...base, why: '放行后经核实予以劝返', decision: 'turned-back', reason: 'no-proof-of-residence' }
  return { ...base, why: '体温录入有误', temperatureC: passage.temperatureC === 36.5 ? 36.6 : 36.5 }
}
