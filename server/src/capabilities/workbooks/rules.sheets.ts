import { documentKinds, relations } from '../people/rules.ts'

/** What a workbook of a county consists of. One list for the template, for reading and for the words of a refusal. */
export const sheetKeys = ['divisions', 'posts', 'households', 'people'] as const
export type SheetKey = (typeof sheetKeys)[number]

export interface Choice {
  code: string
  zh: string
  en: string
}
export interface Column {
  key: string
  zh: string
  en: string
  hint: { zh: string; en: string }
  form: 'text' | 'date' | 'number' | 'choice'
  required: boolean
  max: number
  choices?: readonly Choice[]
  example: string
}
export interface SheetSpec {
  key: SheetKey
  zh: string
  en: string
  columns: readonly Column[]
}

const choice = (code: string, zh: string, en: string): Choice => ({ code, zh, en })
const column = (
  key: string,
  [zh, en]: readonly [string, string],
  [hintZh, hintEn]: readonly [string, string],
  rest: Partial<Column> = {},
): Column => ({
  key,
  zh,
  en,
  hint: { zh: hintZh, en: hintEn },
  form: 'text',
  required: false,
  max: 60,
  example: '',
  ...rest,
})

export const exampleMarks = ['示例', 'example']
const mark = column('mark', ['标记', 'Mark'], ['写“示例”的行不会载入', 'A row marked example is not loaded'], {
  example: '示例',
})
const village = (example: string) =>
  column('division', ['村(社区)代码', 'Village code'], ['12位统计用区划代码', 'The 12 digits of the division'], {
    required: true,
    max: 12,
    example,
  })
const householdNumber = column(
  'number',
  ['户号', 'Household number'],
  ['本村内不重复,与“住户”表一致', 'Unique within the village; the same in both sheets'],
  { required: true, max: 30, example: '0001' },
)

const relationWords: Record<(typeof relations)[number], readonly [string, string]> = {
  head: ['户主', 'Head'],
  spouse: ['配偶', 'Spouse'],
  child: ['子女', 'Child'],
  'child-in-law': ['儿媳女婿', 'Child-in-law'],
  grandchild: ['孙子女', 'Grandchild'],
  parent: ['父母', 'Parent'],
  'parent-in-law': ['岳父母公婆', 'Parent-in-law'],
  grandparent: ['祖父母', 'Grandparent'],
  sibling: ['兄弟姐妹', 'Sibling'],
  'other-kin': ['其他亲属', 'Other kin'],
  'not-kin': ['非亲属', 'Not kin'],
  'not-said': ['未说明', 'Not said'],
}
const documentWords: Record<(typeof documentKinds)[number], readonly [string, string]> = {
  'resident-id': ['居民身份证', 'Identity card'],
  'hmt-residence': ['港澳台居住证', 'HMT residence permit'],
  'hmt-travel': ['港澳台通行证', 'HMT travel permit'],
  passport: ['护照', 'Passport'],
  military: ['军人证件', 'Military document'],
  none: ['无', 'None'],
}
const levels = [
  choice('township', '乡镇(街道)', 'Township'),
  choice('village', '村', 'Village'),
  choice('community', '社区', 'Community'),
]
const sexes = [choice('male', '男', 'Male'), choice('female', '女', 'Female')]

/** Seats that a file can fill. The county's desk, its administrators and auditors are seated one by one, by hand. */
export const seatRoles = [
  choice('village-cadre', '村(社区)干部', 'Village cadre'),
  choice('township-officer', '乡镇防疫办', 'Township officer'),
  choice('data-verifier', '信息核查员', 'Data verifier'),
  choice('isolation-staff', '隔离点工作人员', 'Isolation staff'),
  choice('supplies-keeper', '物资保管员', 'Supplies keeper'),
  choice('publicity-editor', '宣传编辑', 'Publicity editor'),
]

const divisions: SheetSpec = {
  key: 'divisions',
  zh: '区划',
  en: 'Divisions',
  columns: [
    mark,
    column('code', ['代码', 'Code'], ['乡镇9位,村(社区)12位', '9 digits for a township, 12 for a village'], {
      required: true,
      max: 12,
      example: '130822100',
    }),
    column('name', ['名称', 'Name'], ['全称', 'The full name'], { required: true, example: '兴隆镇' }),
    column('level', ['级别', 'Level'], ['从列表中选', 'Choose from the list'], {
      required: true,
      form: 'choice',
      choices: levels,
      example: '乡镇(街道)',
    }),
  ],
}

const posts: SheetSpec = {
  key: 'posts',
  zh: '岗位',
  en: 'Posts',
  columns: [
    mark,
    column('division', ['所在区划代码', 'Division code'], ['县6位,乡镇9位,村12位', '6, 9 or 12 digits'], {
      required: true,
      max: 12,
      example: '130822100201',
    }),
    column('kind', ['岗位类别', 'Kind'], ['如 village-cadre、volunteer', 'Such as village-cadre, volunteer'], {
      required: true,
      max: 40,
      example: 'village-cadre',
    }),
    column('title', ['岗位名称', 'Title'], ['同一区划同类岗位不重名', 'Unique for its kind in its division'], {
      required: true,
      example: '村支书',
    }),
    column('since', ['设立日期', 'Since'], ['如 2020-01-24', 'Such as 2020-01-24'], {
      required: true,
      form: 'date',
      example: '2020-01-24',
    }),
    column(
      'holder',
      ['任岗人证件号码', 'Document of the holder'],
      ['须为“人员”表或已登记的人;可空', 'Somebody in the sheet of people or known already; may be empty'],
      { max: 40 },
    ),
    column(
      'duties',
      ['包联范围', 'Answers for'],
      ['区划代码,或“村代码/组”;多个用分号隔开', 'Division codes, or village code/group; parted by semicolons'],
      { max: 2000, example: '130822100201' },
    ),
    column(
      'signInName',
      ['登录名', 'Sign-in name'],
      [
        '给任岗人开账号时填;不写密码,一次性代码另发',
        'To give the holder an account; no password, the one-time code comes apart',
      ],
      { max: 40 },
    ),
    column('accountName', ['账号姓名', 'Name of the account'], ['填登录名时必填', 'Needed with a sign-in name'], {}),
    column('seatRole', ['登录权限', 'Role of the account'], ['填登录名时必填', 'Needed with a sign-in name'], {
      form: 'choice',
      choices: seatRoles,
    }),
  ],
}

const households: SheetSpec = {
  key: 'households',
  zh: '住户',
  en: 'Households',
  columns: [
    mark,
    village('130822100201'),
    householdNumber,
    column(
      'compound',
      ['小区', 'Compound'],
      ['小区名称,须已在本村(社区)登记;没有小区不填', 'A compound recorded in this village; empty where there is none'],
      { max: 60 },
    ),
    column('block', ['组或楼栋单元', 'Group or stairwell'], ['如 第1组、2栋1单元', 'Such as group 1'], {
      max: 30,
      example: '第1组',
    }),
    column('walkOrder', ['走访顺序', 'Walking order'], ['整数,从1开始', 'A whole number from 1'], {
      form: 'number',
      max: 7,
      example: '1',
    }),
    column('door', ['门牌', 'Door'], ['门牌号或位置', 'Number or place of the door'], { example: '3号' }),
    column('since', ['入住日期', 'Living here since'], ['如 2020-01-01', 'Such as 2020-01-01'], {
      required: true,
      form: 'date',
      example: '2020-01-01',
    }),
  ],
}

const people: SheetSpec = {
  key: 'people',
  zh: '人员',
  en: 'People',
  columns: [
    mark,
    village('130822100201'),
    householdNumber,
    column('relation', ['与户主关系', 'Relation to the head'], ['从列表中选', 'Choose from the list'], {
      form: 'choice',
      choices: relations.map((code) => choice(code, ...relationWords[code])),
      example: '户主',
    }),
    column('name', ['姓名', 'Name'], ['与证件一致', 'As on the document'], {
      required: true,
      max: 50,
      example: '示例人',
    }),
    column('documentKind', ['证件种类', 'Kind of document'], ['不填为居民身份证', 'An identity card unless said'], {
      form: 'choice',
      choices: documentKinds.map((code) => choice(code, ...documentWords[code])),
    }),
    column(
      'document',
      ['证件号码', 'Document number'],
      ['按文本填写18位,不要让表格改成数字', 'As text, all 18 characters; never as a number'],
      { max: 40, example: '130899199001010017' },
    ),
    column('phone', ['电话', 'Phone'], ['11位手机号或带区号的座机', 'A mobile, or a landline with its area code'], {
      max: 30,
    }),
    column('sex', ['性别', 'Sex'], ['男或女;只用来核对证件', 'Only compared with the document'], {
      form: 'choice',
      choices: sexes,
    }),
    column('birthDate', ['出生日期', 'Birth date'], ['只用来核对证件', 'Only compared with the document'], {
      form: 'date',
    }),
  ],
}

export const sheetSpecs: Record<SheetKey, SheetSpec> = { divisions, posts, households, people }

const folded = (text: string): string => text.replace(/\s|\u3000/g, '').toLowerCase()
export const sheetNamed = (name: string): SheetSpec | undefined =>
  Object.values(sheetSpecs).find(({ zh, en }) => folded(name) === folded(zh) || folded(name) === folded(en))
export const columnNamed = ({ columns }: SheetSpec, heading: string): Column | undefined =>
  columns.find(({ zh, en }) => {
    const bare = folded(heading).replace(/[**]$/, '')
    return bare === folded(zh) || bare === folded(en)
  })
export const isEnglishLabel = ({ en }: Column, text: string): boolean =>
  folded(text).replace(/[**]$/, '') === folded(en)
export const choiceOf = ({ choices = [] }: Column, text: string): string | undefined =>
  choices.find(({ code, zh, en }) => [code, zh, en].some((one) => folded(one) === folded(text)))?.code
