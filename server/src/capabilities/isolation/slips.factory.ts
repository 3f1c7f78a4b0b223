import { publishedProfiles } from '../cases/editions.ts'
import { endOfDay } from '../places/rules.clock.ts'
import type { StoredOrder } from './sql.ts'

/** Everything that a notice is made of, for nobody in particular. */
export function standingFor(given: Partial<StoredOrder> = {}) {
  const profile = publishedProfiles.find(({ code }) => code === 'covid19-cn-ed4')
  if (!profile) throw new Error('isolation: no edition 4')
  const order: StoredOrder = {
    id: '01957a3c-0000-7000-8000-0000000000a1',
    division: '660001100201',
    personId: '01957a3c-0000-7000-8000-0000000000b1',
    householdId: null,
    kind: 'home',
    profile: profile.code,
    startsAt: new Date('2020-02-03T10:00:00+08:00'),
    endsAt: endOfDay('2020-02-15'),
    reviewOn: '2020-02-09',
    ground: 'close-contact',
    anchorOn: '2020-02-01',
    anchorKind: 'last-exposure',
    sourceKind: 'hand',
    sourceRef: null,
    documentNo: '试防办〔2020〕12号',
    authority: '试验县疫情防控工作领导小组办公室',
    decider: '周明远',
    appeal: '可在三日内向县防控办提出申诉,电话0314-5050000;也可依法申请行政复议。',
    follows: null,
    homeCheckedAt: new Date('2020-02-03T09:30:00+08:00'),
    homeCheckedBy: '李桂芬',
    endingId: null,
    endingDigest: null,
    endedAt: null,
    endedWhy: null,
    certificateNo: null,
    ...given,
  }
  return {
    order,
    profile,
    shown: { name: '周小满', document: '999999********001X', address: '榆树沟村 12 号' },
    contact: '包联干部 王建国 0314-5050001',
    code: 'http://127.0.0.1:8130/isolation-status#code=660001-AAAAAAAAAAAAAAAA',
    codeUntil: new Date('2020-02-23T00:00:00+08:00'),
    printedAt: new Date('2020-02-03T11:00:00+08:00'),
    rights: null,
  }
}
