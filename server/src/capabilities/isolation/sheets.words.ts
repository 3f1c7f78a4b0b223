import type { Slot } from './rules.readings.ts'
import type { Language } from './slips.words.ts'

interface SheetWords {
  title: string
  unnamed: string
  period: (from: string, till: string) => string
  code: string
  scan: string
  day: string
  slots: Record<Slot, string>
  symptomNumbers: string
  signed: string
  how: string
  alarm: (fever: string) => string
  foot: string
}

/** What stands on the sheet that hangs at the door. */
export const sheetWords: Record<Language, SheetWords> = {
  zh: {
    title: '隔离观察体温监测表',
    unnamed: '姓名未登记',
    period: (from, till) => `${from} 至 ${till}`,
    code: '表号',
    scan: '扫码补录',
    day: '日期',
    slots: { day: '今日', morning: '早', noon: '午', evening: '晚' },
    symptomNumbers: '症状号',
    signed: '签字',
    how: '每次测完填体温;有症状的填表下的号,没有的空着。',
    alarm: (fever) => `${fever}或有任何症状,马上打电话给包联干部或医生,不要等下一次。`,
    foot: '填好后扫码,或按表号补录。仅用于疫情防控,用完交回。',
  },
  en: {
    title: 'Sheet of checks during isolation',
    unnamed: 'Name not recorded',
    period: (from, till) => `${from} to ${till}`,
    code: 'Sheet',
    scan: 'Scan to enter',
    day: 'Day',
    slots: { day: 'Today', morning: 'Morning', noon: 'Noon', evening: 'Evening' },
    symptomNumbers: 'symptoms',
    signed: 'Signature',
    how: 'Write the temperature after each check; numbers of symptoms from the list, nothing when there are none.',
    alarm: (fever) =>
      `${fever}, or with any symptom: call the team or a doctor at once, do not wait for the next check.`,
    foot: 'Entered by its code or by scanning it. For the prevention of the epidemic only; hand it back when it is full.',
  },
}
