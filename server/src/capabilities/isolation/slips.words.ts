import type { EndedWhy, HomeCondition, Kind } from './rules.ts'

export type Language = 'zh' | 'en'
type Said<K extends string> = Record<Language, Record<K, string>>

/** What stands on a slip, in words that need no explaining. */
export const groundSaid: Said<
  'close-contact' | 'contact-of-contact' | 'affected-area' | 'fever' | 'asymptomatic' | 'discharged'
> = {
  zh: {
    'close-contact': '您近距离接触过病人或疑似病人。',
    'contact-of-contact': '您近距离接触过密切接触者。',
    'affected-area': '您从有疫情的地区来，或到过那里。',
    fever: '您有发热，原因还没有查清。',
    asymptomatic: '您的检测结果为阳性，但没有症状。',
    discharged: '您刚刚出院，还需要一段健康观察。',
  },
  en: {
    'close-contact': 'You have been close to somebody who is ill or may be.',
    'contact-of-contact': 'You have been close to a contact of somebody who is ill.',
    'affected-area': 'You came from, or through, a place with an outbreak.',
    fever: 'You have a fever whose cause is not known yet.',
    asymptomatic: 'Your test was positive, though you have no symptoms.',
    discharged: 'You have just left hospital and are looked after a while longer.',
  },
}

export const conditionSaid: Said<HomeCondition> = {
  zh: {
    'own-room': '单独住一间通风的房间，有条件的单独使用卫生间',
    'alone-in-room': '房间里只住您一个人',
    'no-visitors': '不接待客人',
    'distance-and-mask': '与家人保持1米以上，见面都戴口罩',
    'own-utensils': '餐具、毛巾分开使用',
    'stays-in': '不外出；看病须先联系，经同意后出门',
    'waste-bagged': '垃圾装袋扎紧',
    'doctor-reachable': '电话保持畅通，随时能找到医生',
  },
  en: {
    'own-room': 'Stay in a room of your own that is aired, with a toilet of your own if there is one',
    'alone-in-room': 'Nobody else sleeps in that room',
    'no-visitors': 'No visitors',
    'distance-and-mask': 'Keep more than a metre from your family, everybody with a mask',
    'own-utensils': 'Your own dishes and towels',
    'stays-in': 'Do not go out; for a doctor call first and go when it is agreed',
    'waste-bagged': 'Tie your waste up in a bag',
    'doctor-reachable': 'Keep the phone on; a doctor can be reached',
  },
}

export const titles: Record<Language, Record<Kind | 'release', string>> = {
  zh: { home: '居家隔离医学观察告知书', central: '集中隔离医学观察告知书', release: '解除隔离医学观察证明' },
  en: {
    home: 'Notice of isolation at home',
    central: 'Notice of isolation in a central place',
    release: 'Certificate of release from isolation',
  },
}

export const endedSaid: Said<Extract<EndedWhy, 'expired' | 'released' | 'case-excluded' | 'appeal-upheld'>> = {
  zh: {
    expired: '观察期满，未发现异常',
    released: '经复核，不再需要隔离',
    'case-excluded': '所接触的病例已排除',
    'appeal-upheld': '申诉成立，撤销隔离决定',
  },
  en: {
    expired: 'The time was over',
    released: 'Reviewed, and not needed any more',
    'case-excluded': 'The case you had been in contact with was excluded',
    'appeal-upheld': 'Your appeal was upheld',
  },
}

export interface SlipWords {
  name: string
  document: string
  address: string
  period: string
  decidedBy: string
  why: string
  anchor: (day: string) => string
  until: string
  ends: string
  review: (day: string) => string
  how: string
  centralHow: string[]
  measure: (times: number, fever: string) => string
  call: string
  feel: string
  object: string
  scan: (until: string) => string
  served: string
  signature: string
  foot: string
  releasedOn: string
  reason: string
  kept: string
  free: string
  together: string
}

export const slipWords: Record<Language, SlipWords> = {
  zh: {
    name: '姓名',
    document: '证件',
    address: '住址',
    period: '期限',
    decidedBy: '决定人',
    why: '一、为什么要隔离',
    anchor: (day) => `观察期从${day}之后开始计算。`,
    until: '二、隔离到什么时候',
    ends: '到期自动解除，不用申请，届时发给您解除证明。',
    review: (day) => `最迟${day}复核一次：不再需要的，提前解除。`,
    how: '三、这几天怎么做',
    centralHow: ['一人一间，不串门；饭菜和用品由工作人员送到门口。', '垃圾装袋扎紧放在门口。'],
    measure: (times, fever) => `每天测体温${times}次并上报；${fever}或感到不舒服，马上打下面的电话。`,
    call: '四、有事找谁',
    feel: '发热、咳嗽、气短、乏力或其他不适，立即打电话，不要自行外出就医。',
    object: '五、不同意怎么办',
    scan: (until) => `扫码查看进展\n${until}前有效\n请勿转给他人`,
    served: '送达人：____________  日期：________',
    signature: '本人（家属）签收：____________',
    foot: '依照《中华人民共和国传染病防治法》出具，仅用于疫情防控。',
    releasedOn: '解除时间',
    reason: '解除原因',
    kept: '隔离起止',
    free: '自解除之时起，凭本证明正常生活、工作和出行。任何单位和个人不得因曾被隔离而歧视。',
    together: '隔离医学观察告知书',
  },
  en: {
    name: 'Name',
    document: 'Document',
    address: 'Address',
    period: 'Period',
    decidedBy: 'Decided by',
    why: '1. Why',
    anchor: (day) => `The days are counted from ${day}.`,
    until: '2. Until when',
    ends: 'It ends by itself at that moment. You need not ask; you are given a certificate.',
    review: (day) => `It is looked at again by ${day} at the latest, and ended if it is not needed any more.`,
    how: '3. What to do in these days',
    centralHow: [
      'One person a room. Meals and what you need are brought to your door.',
      'Tie your waste up in a bag and leave it at the door.',
    ],
    measure: (times, fever) =>
      `Take your temperature ${times} time${times === 1 ? '' : 's'} a day and report it. ${fever}, or if you feel unwell, call the number below at once.`,
    call: '4. Whom to call',
    feel: 'Fever, cough, short breath, weakness or anything else: call at once, and do not set out to a doctor on your own.',
    object: '5. If you do not agree',
    scan: (until) => `Scan to see where it stands\nGood until ${until}\nDo not pass it on`,
    served: 'Handed over by: ____________  on: ________',
    signature: 'Received (person or family): ____________',
    foot: 'Issued under the Infectious Diseases Act, for the prevention of the epidemic only.',
    releasedOn: 'Released',
    reason: 'Reason',
    kept: 'Isolated',
    free: 'From that moment on you live, work and travel as before. Nobody may treat you worse for having been isolated.',
    together: 'Notices of isolation',
  },
}
