/**
 * What can be said about a document number, a phone or a plate without asking anybody, and how each is shown to people
 * who have no reason to see it whole. Pure, so a phone with no network gives the same answer as the server.
 */
export type Sex = 'male' | 'female'
export interface Words {
  zh: string
  en: string
}
export type Checked<T> = { ok: true; value: T } | { ok: false; reason: Reason }

export const documentKinds = ['resident-id', 'hmt-residence', 'hmt-travel', 'passport', 'military', 'none'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What is never stored or shown in the clear. */
export const sealedFields = ['name', 'document', 'phone', 'address', 'plate'] as const
export type SealedField = (typeof sealedFields)[number]

export const reasons = {
  'id-length': { zh: '证件号码应为18位(旧式15位)', en: 'An identity number has 18 characters (15 in the old form)' },
  'id-characters': { zh: '证件号码只能是数字,末位可以是X', en: 'An identity number is digits; only the last may be X' },
  'id-division': {
    zh: '前六位不是行政区划代码的形式',
    en: 'The first six digits are not in the form of a division code',
  },
  'id-kind': { zh: '号码与所选的证件种类不符', en: 'The number does not belong to the kind of document chosen' },
  'id-date': { zh: '出生日期在日历上不存在', en: 'The birth date is not in the calendar' },
  'id-future': { zh: '出生日期晚于今天', en: 'The birth date lies in the future' },
  'id-checksum': {
    zh: '校验码不对,请对照证件重新录入',
    en: 'The check character is wrong; please read the card again',
  },
  'id-spreadsheet': {
    zh: '号码末三位为000且校验不对,很可能被电子表格改过,无法修复,请重新询问',
    en: 'The number ends in 000 and fails its check: a spreadsheet has probably cut it. Please ask for it again',
  },
  'id-sex': { zh: '性别与号码不一致', en: 'The sex given does not agree with the number' },
  'id-birth': { zh: '出生日期与号码不一致', en: 'The birth date given does not agree with the number' },
  'passport-form': { zh: '护照号码应为5至20位字母或数字', en: 'A passport number is 5 to 20 letters or digits' },
  'hmt-travel-form': {
    zh: '港澳通行证为H或M加8位或10位数字,台湾通行证为8位数字',
    en: 'A Hong Kong or Macao travel permit is H or M and 8 or 10 digits; a Taiwan one is 8 digits',
  },
  'military-form': { zh: '军人证件号码应为4至20位', en: 'A military document number has 4 to 20 characters' },
  'document-none': { zh: '选择了"无证件",不应填写号码', en: 'No document was chosen, so no number belongs here' },
  'phone-characters': { zh: '电话号码只能是数字', en: 'A phone number is digits' },
  'phone-length': { zh: '手机号码应为11位', en: 'A mobile number has 11 digits' },
  'phone-prefix': {
    zh: '手机号码以13至19开头,座机须带区号',
    en: 'A mobile starts with 13 to 19; a landline needs its area code',
  },
  'plate-length': { zh: '车牌长度不对', en: 'The plate is too long or too short' },
  'plate-province': { zh: '车牌应以省份简称开头', en: 'A plate begins with the short name of a province' },
  'plate-characters': { zh: '车牌含有不使用的字符', en: 'The plate has a character that plates do not use' },
} as const satisfies Record<string, Words>
export type Reason = keyof typeof reasons

/** Assigned to no county, now or in the past: whoever carries it was made up (reference county, demonstrations, tests). */
export const syntheticPrefix = '130899'
/** On machine-readable documents XXX stands for no country; a made-up passport begins with it. */
const syntheticPassport = 'XXX0'
export const isSynthetic = (documentNumber: string): boolean =>
  documentNumber.startsWith(syntheticPrefix) || documentNumber.startsWith(syntheticPassport)

/** Digits and letters typed with a Chinese input method arrive in full width. */
const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\s|\u3000/g, '')

const refuse = (reason: Reason): { ok: false; reason: Reason } => ({ ok: false, reason })

// ---- identity numbers, GB 11643 ----

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
export const checkCharacter = (first17: string): string =>
  '10X98765432'.charAt(weights.reduce((sum, weight, at) => sum + weight * Number(first17.charAt(at)), 0) % 11)

// Only the form is checked below the province: codes end every year and a card keeps the code of the year it was issued.
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71)\d{4}/
const specialRegions = /^8[123]0000/

const inCalendar = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1800 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export interface IdentityNumber {
  number: string
  birthDate: string
  sex: Sex
  kind: 'resident-id' | 'hmt-residence'
}

/** `today` is left out where there is no clock to trust; then a birth date in the future is found later, by the server. */
export function checkIdentityNumber(
  typed: string,
  known: { today?: string | undefined; sex?: Sex | undefined; birthDate?: string | undefined } = {},
): Checked<IdentityNumber> {
  const text = halfWidth(typed).toUpperCase()
  if (text.length !== 18 && text.length !== 15) return refuse('id-length')
  if (!(text.length === 15 ? /^\d{15}$/ : /^\d{17}[\dX]$/).test(text)) return refuse('id-characters')
  const isRegion = specialRegions.test(text)
  if (!provinces.test(text) && !isRegion) return refuse('id-division')
  const first17 = text.length === 15 ? `${text.slice(0, 6)}19${text.slice(6)}` : text.slice(0, 17)
  const birthDate = `${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number)
  if (!inCalendar(year, month, day)) return refuse('id-date')
  if (known.today && birthDate > known.today) return refuse('id-future')
  const number = first17 + checkCharacter(first17)
  if (text.length === 18 && text !== number) return refuse(text.endsWith('000') ? 'id-spreadsheet' : 'id-checksum')
  const sex: Sex = Number(first17.charAt(16)) % 2 === 1 ? 'male' : 'female'
  if (known.sex && known.sex !== sex) return refuse('id-sex')
  if (known.birthDate && known.birthDate !== birthDate) return refuse('id-birth')
  return { ok: true, value: { number, birthDate, sex, kind: isRegion ? 'hmt-residence' : 'resident-id' } }
}

const otherForms = {
  passport: [/^[A-Z0-9]{5,20}$/, 'passport-form'],
  'hmt-travel': [/^([HM]?\d{8}|[HM]\d{10})$/, 'hmt-travel-form'],
  military: [/^[\p{L}\p{N}]{4,20}$/u, 'military-form'],
} as const satisfies Partial<Record<DocumentKind, readonly [RegExp, Reason]>>

export interface Document {
  kind: DocumentKind
  number: string
}

/** The number as it is kept and compared, whatever way it was typed. */
export function checkDocument(
  typed: Document,
  known: Parameters<typeof checkIdentityNumber>[1] = {},
): Checked<Document> {
  if (typed.kind === 'none')
    return halfWidth(typed.number) === '' ? { ok: true, value: typed } : refuse('document-none')
  if (typed.kind === 'resident-id' || typed.kind === 'hmt-residence') {
    const id = checkIdentityNumber(typed.number, known)
    if (!id.ok) return id
    return id.value.kind === typed.kind
      ? { ok: true, value: { kind: typed.kind, number: id.value.number } }
      : refuse('id-kind')
  }
  const number = halfWidth(typed.number)
    .toUpperCase()
    .replace(/[-.·()]/g, '')
  const [form, reason] = otherForms[typed.kind]
  return form.test(number) ? { ok: true, value: { kind: typed.kind, number } } : refuse(reason)
}

// ---- phones and plates ----

export function checkPhone(typed: string): Checked<string> {
  const text = halfWidth(typed).replace(/[-()]/g, '')
  if (!/^\+?\d+$/.test(text)) return refuse('phone-characters')
  if (text.startsWith('+') && !text.startsWith('+86')) {
    return /^\+\d{7,15}$/.test(text) ? { ok: true, value: text } : refuse('phone-length')
  }
  const digits = text.replace(/^(\+86|0086|86(?=1\d{10}$))/, '')
  if (digits.startsWith('0')) return /^0\d{9,11}$/.test(digits) ? { ok: true, value: digits } : refuse('phone-length')
  if (digits.length !== 11) return refuse('phone-length')
  return /^1[3-9]/.test(digits) ? { ok: true, value: digits } : refuse('phone-prefix')
}

const plateProvince =
  /^([京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新军空海北沈兰济南广成使]|WJ|民航)/
const plateForms = [
  /^.[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领试超]$/, // ordinary; trailer, training, police, two territories, consulate
  /^.[A-HJ-NP-Z]([DABCEFGHJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[DABCEFGHJK])$/, // new energy
  /^.\d{2}[A-HJ-NP-Z0-9]{5}$/, // tractors and farm vehicles carry the two digits of their city
  /^使\d{6}$/,
  /^[军空海北沈兰济南广成][A-Z]{1,2}\d{4,5}$/,
  /^WJ.?\d{4}[0-9A-Z]$/,
  /^民航[A-Z0-9]{5}$/,
]

export function checkPlate(typed: string): Checked<string> {
  const plate = halfWidth(typed)
    .toUpperCase()
    .replace(/[-·.•]/g, '')
  if (!plateProvince.test(plate)) return refuse('plate-province')
  if (plate.length < 6 || plate.length > 8) return refuse('plate-length')
  return plateForms.some((form) => form.test(plate)) ? { ok: true, value: plate } : refuse('plate-characters')
}

// ---- masking ----

const stars = (count: number): string => '*'.repeat(Math.max(count, 0))

export function maskName(name: string): string {
  const letters = [...name.trim()]
  if (/^[\p{Script=Latin}\s.'-]+$/u.test(name)) {
    return name
      .trim()
      .split(/\s+/)
      .map((word) => `${[...word][0] ?? ''}***`)
      .join(' ')
  }
  if (letters.length <= 2) return letters.length === 2 ? `${letters[0]}*` : '*'
  return `${letters[0]}${stars(letters.length - 2)}${letters.at(-1)}`
}

export function maskDocument(number: string): string {
  if (number.length === 18) return `${number.slice(0, 6)}${stars(8)}${number.slice(14)}`
  return number.length < 6
    ? stars(number.length)
    : `${number.slice(0, 1)}${stars(number.length - 3)}${number.slice(-2)}`
}

export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`
  return `${phone.slice(0, Math.max(phone.length - 7, 2))}${stars(Math.min(phone.length - 3, 4))}${phone.slice(-3)}`
}

/** Enough for the guard to tell two cars in the lane apart, too little to find the owner. */
export const maskPlate = (plate: string): string => `${plate.slice(0, 2)}${stars(plate.length - 4)}${plate.slice(-2)}`

// ---- households ----

/** To the head of the household, as the registers of residents say it. */
export const relations = [
  'head',
  'spouse',
  'child',
  'child-in-law',
  'grandchild',
  'parent',
  'parent-in-law',
  'grandparent',
  'sibling',
  'other-kin',
  'not-kin',
  'not-said',
] as const
export type Relation = (typeof relations)[number]

/** Why a row of the grid cannot be kept; said beside the cell. */
export const memberReasons = {
  elsewhere: {
    zh: '此人已登记在另一户;如确已搬来,请勾选“迁入”',
    en: 'Already recorded in another household; say so if the person has moved here',
  },
  'out-of-reach': {
    zh: '此人登记在您辖区以外的另一户,请由上级办公室办理迁入',
    en: 'Recorded in a household outside your area; ask the office above to move the person',
  },
  twice: { zh: '同一证件在本次提交中出现了两次', en: 'The same document appears twice in what was sent' },
  unknown: { zh: '您的辖区内没有这个人', en: 'There is no such person in your area' },
  here: { zh: '此人已在这一户', en: 'Already a member of this household' },
  'second-head': { zh: '本户已有户主', en: 'The household has a head already' },
} as const satisfies Record<string, Words>
export type MemberReason = keyof typeof memberReasons
