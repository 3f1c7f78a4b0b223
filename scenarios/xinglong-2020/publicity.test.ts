import { expect, test } from 'vitest'
import { readingSeconds } from '../../server/src/capabilities/publicity/rules.pieces.ts'
import { readFigures } from './figures.ts'
import { countPublicity, planPublicity } from './publicity.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const divisions = Array.from({ length: 300 }, (_, nth) => ({ code: `130822100${200 + nth}`, name: `村${nth}` })).filter(
  ({ code }) => '23'.includes(code.charAt(9)),
)
const plan = planPublicity({ file, county: '130822', divisions, scale: 1 })

test('four leaflets, seven pieces and the notice of the five organs, which names duties and rights', () => {
  const kinds = plan.pieces.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'leaflet')).toHaveLength(4)
  expect(kinds.filter((kind) => !['leaflet', 'legal-notice'].includes(kind))).toHaveLength(7)
  const notice = plan.pieces.find(({ kind }) => kind === 'legal-notice')
  expect(notice?.words.duties?.length).toBeGreaterThan(0)
  expect(notice?.words.rights?.length).toBeGreaterThan(0)
})

test('every village plays, what is read fits into its slot, and some of it was not played for a reason', () => {
  expect(new Set(plan.plays.filter(({ played }) => played).map(({ division }) => division)).size).toBe(
    plan.villages.length,
  )
  for (const { pieceId, times } of plan.airings.slice(0, 2)) {
    const words = plan.pieces.find(({ id }) => id === pieceId)?.words
    const seconds = readingSeconds([words?.zh, ...(words?.points ?? [])].join(''), 'loudspeakers')
    for (const { minutes } of times) expect(seconds).toBeLessThanOrEqual(minutes * 60)
  }
  const missed = plan.plays.filter(({ played }) => !played)
  expect(missed.length).toBeGreaterThan(0)
  expect(missed.every(({ reason, minutes }) => reason !== null && minutes === null)).toBe(true)
  expect(new Set(plan.plays.map(({ id }) => id)).size).toBe(plan.plays.length)
})

test('a county whose file counts nothing has nothing to publish', () => {
  const none = { ...file, figures: file.figures.filter(({ owner }) => owner !== 'publicity') }
  expect(countPublicity(planPublicity({ file: none, county: '130822', divisions, scale: 1 }))).toBe(0)
})
