import type { Body } from '@qunfang/client'
import { peopleRules } from '@qunfang/client/rules'
import { instant } from '../../device/clock.ts'
import type { Gist } from '../../outbox/entry.ts'
import { type Decision, judgeWho, type OtherKind, type Reason, type ScreeningForm, temperatureOf } from './form.ts'

export interface Where {
  checkpointId: string
  shiftId: string | null
}

type Passage = Body<'/passages/batch'>['items'][number]
type Traveller = NonNullable<Passage['traveller']>

export function toPassage(
  form: ScreeningForm,
  made: { id: string; decision: Decision; reason: Reason | null; at: number } & Where,
): Passage {
  return {
    id: made.id,
    checkpointId: made.checkpointId,
    shiftId: made.shiftId,
    recordedAt: instant(made.at),
    direction: form.direction,
    traveller: travellerOf(form, made.at),
    vehicleId: form.vehicleId,
    plate: plateOf(form),
    temperatureC: temperatureOf(form.temperature),
    site: form.site,
    symptoms: form.symptoms,
    fromCode: form.from?.code ?? null,
    toDivision: form.to?.code ?? null,
    decision: made.decision,
    reason: made.reason,
    fromTallyId: form.fromTallyId,
  }
}

function plateOf(form: ScreeningForm): string | null {
  const checked = peopleRules.checkPlate(form.plate)
  return checked.ok ? checked.value : null
}

/** Somebody already known travels as an id alone, so that the number does not lie about on the phone. */
function travellerOf(form: ScreeningForm, at: number): Traveller | null {
  if (form.known) return { personId: form.known.id }
  const who = judgeWho(form, instant(at).slice(0, 10))
  const number = who.is === 'good' ? who.number : null
  const name = form.name.trim() || null
  const kind: OtherKind | 'resident-id' = form.search === 'other' ? form.otherKind : 'resident-id'
  const byDocument = form.search === 'resident-id' || form.search === 'other'
  const document = byDocument && number ? { kind, number } : null
  const phone = form.search === 'phone' ? number : null
  return name || document || phone ? { name, document, phone } : null
}

export const gistOf = (form: ScreeningForm, decision: Decision, fever: boolean): Gist => ({
  outcome: decision,
  // Counted in a tally before: the record says who, the tally has said how many.
  screened: form.fromTallyId ? 0 : 1,
  turnedBack: !form.fromTallyId && decision === 'turned-back' ? 1 : 0,
  vehicles: !form.fromTallyId && form.vehicleId !== null && form.before === 0 ? 1 : 0,
  fever,
})

/** A refused record back in the form, for a person to put right. */
export function formFrom(content: Record<string, unknown>, empty: ScreeningForm): ScreeningForm {
  const passage = content as {
    id: string
    traveller: { personId?: string; name?: string; document?: { kind: string; number: string }; phone?: string } | null
    temperatureC: number | null
    plate: string | null
    fromCode: string | null
    toDivision: string | null
  } & Pick<ScreeningForm, 'site' | 'symptoms' | 'direction' | 'vehicleId' | 'fromTallyId'>
  const { traveller } = passage
  const byId = traveller?.document?.kind === 'resident-id'
  return {
    ...empty,
    search: traveller?.document ? (byId ? 'resident-id' : 'other') : traveller?.phone ? 'phone' : 'none',
    id: byId ? (traveller?.document?.number ?? '') : '',
    other: traveller?.document && !byId ? traveller.document.number : '',
    otherKind: (traveller?.document && !byId ? traveller.document.kind : empty.otherKind) as ScreeningForm['otherKind'],
    phone: traveller?.phone ?? '',
    name: traveller?.name ?? '',
    known: traveller?.personId ? { id: traveller.personId, name: null, document: null } : null,
    temperature: passage.temperatureC === null ? '' : String(Math.round(passage.temperatureC * 10)),
    site: passage.site,
    symptoms: passage.symptoms,
    direction: passage.direction,
    vehicleId: passage.vehicleId,
    plate: passage.plate ?? '',
    from: passage.fromCode ? { code: passage.fromCode, name: passage.fromCode } : null,
    to: passage.toDivision ? { code: passage.toDivision, name: passage.toDivision } : null,
    fromTallyId: passage.fromTallyId,
    corrects: passage.id,
    active: 'temperature',
  }
}
