import { answer, type Sent, type Session, sentBy } from './api.ts'
import type { CompoundPlan } from './compounds.ts'
import type { HouseholdPlan, Residents } from './households.ts'
import { runQueues } from './upload.ts'

const HOUSEHOLDS_AT_ONCE = 500
const COMPOUNDS_AT_ONCE = 500
/** One server core seals while another writes. */
const ABREAST = 3

type Add = (sent: Sent, label: string) => void

/** The desk's own roster: compounds with their three facts, then the households with their members. */
export async function sendResidents({ compounds, households }: Residents, desk: Session, add: Add): Promise<void> {
  await sendCompounds(compounds, desk, add)
  const jobs = inParts(households, HOUSEHOLDS_AT_ONCE).map((part) => [
    async () => add(await postHouseholds(desk, part), '户与成员 households'),
  ])
  await runQueues(jobs, ABREAST)
}

async function sendCompounds(compounds: readonly CompoundPlan[], desk: Session, add: Add): Promise<void> {
  for (const part of inParts(compounds, COMPOUNDS_AT_ONCE)) {
    const items = part.map(({ id, name, division, households }) => ({ id, name, division, households }))
    const { verdicts } = await answer('compounds', () => desk.POST('/places/compounds/batch', { body: { items } }))
    add(sentBy('compound', verdicts), '小区 compounds')
  }
  const facts = compounds.flatMap(({ id: compoundId, facts: own }) => own.map((fact) => ({ compoundId, ...fact })))
  await runQueues(
    facts.map(({ compoundId, ...body }) => [
      async () => {
        const path = { compoundId }
        const { arrival } = await answer('compound', () =>
          desk.POST('/places/compounds/{compoundId}/facts', { params: { path }, body }),
        )
        add(arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }, '小区 compounds')
      },
    ]),
  )
}

async function postHouseholds(desk: Session, part: readonly HouseholdPlan[]): Promise<Sent> {
  const items = part.map((plan) => ({ ...plan, since: plan.recordedAt.slice(0, 10) }))
  const { verdicts } = await answer('households', () => desk.POST('/households/batch', { body: { items } }))
  return sentBy('household', verdicts)
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size))
}

export const countResidents = ({ compounds, households }: Residents): number =>
  compounds.length + compounds.reduce((sum, { facts }) => sum + facts.length, 0) + households.length
