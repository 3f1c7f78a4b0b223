import type { Status } from './rules.course.ts'
import type { belongings, populationGroups } from './schema.entries.ts'

export type Language = 'zh' | 'en'
type Said<K extends string> = Record<Language, Record<K, string>>

export const cardWords = {
  zh: {
    cardNo: '卡片编号',
    turn: '报卡类别',
    name: '姓名',
    document: '有效证件号',
    sex: '性别',
    birthDate: '出生日期',
    workplace: '工作单位(学校)',
    phone: '联系电话',
    belongsTo: '病人属于',
    address: '现住址(详填)',
    populationGroup: '人群分类',
    caseClass: '病例分类',
    onset: '发病日期',
    diagnosedAt: '诊断日期',
    diedOn: '死亡日期',
    disease: '疾病名称',
    correctedName: '订正病名',
    returnedBecause: '退卡原因',
    unit: '报告单位',
    unitPhone: '单位电话',
    doctor: '报告医生',
    filledOn: '填卡日期',
    remarks: '备注',
  },
  en: {
    cardNo: 'Card number',
    turn: 'Kind of report',
    name: 'Name',
    document: 'Identity number',
    sex: 'Sex',
    birthDate: 'Date of birth',
    workplace: 'Work unit or school',
    phone: 'Telephone',
    belongsTo: 'The patient belongs to',
    address: 'Present address in full',
    populationGroup: 'Population group',
    caseClass: 'Case class',
    onset: 'Onset',
    diagnosedAt: 'Diagnosed',
    diedOn: 'Date of death',
    disease: 'Disease',
    correctedName: 'Corrected disease name',
    returnedBecause: 'Returned because',
    unit: 'Reporting unit',
    unitPhone: 'Telephone of the unit',
    doctor: 'Reporting doctor',
    filledOn: 'Card filled in on',
    remarks: 'Remarks',
  },
} as const

export const turnSaid: Said<'first' | 'correction'> = {
  zh: { first: '初次报告', correction: '订正报告' },
  en: { first: 'First report', correction: 'Correction' },
}
export const sexSaid: Said<'male' | 'female'> = {
  zh: { male: '男', female: '女' },
  en: { male: 'male', female: 'female' },
}
export const classSaid: Said<Status> = {
  zh: {
    fever: '—',
    suspected: '疑似病例',
    confirmed: '确诊病例',
    asymptomatic: '病原携带者(无症状)',
    excluded: '已排除',
  },
  en: {
    fever: '—',
    suspected: 'suspected',
    confirmed: 'confirmed',
    asymptomatic: 'carrier without symptoms',
    excluded: 'excluded',
  },
}
export const belongingSaid: Said<(typeof belongings)[number]> = {
  zh: {
    county: '本县区',
    city: '本市其他县区',
    province: '本省其他地市',
    'other-province': '外省',
    'hk-mo-tw': '港澳台',
    foreign: '外籍',
  },
  en: {
    county: 'this county',
    city: 'another county of the city',
    province: 'another city of the province',
    'other-province': 'another province',
    'hk-mo-tw': 'Hong Kong, Macao or Taiwan',
    foreign: 'another country',
  },
}
export const groupSaid: Said<(typeof populationGroups)[number]> = {
  zh: {
    'nursery-child': '幼托儿童',
    'child-at-home': '散居儿童',
    student: '学生',
    teacher: '教师',
    'nursery-staff': '保育员及保姆',
    catering: '餐饮食品业',
    commerce: '商业服务',
    'medical-staff': '医务人员',
    worker: '工人',
    'migrant-worker': '民工',
    farmer: '农民',
    herdsman: '牧民',
    fisher: '渔(船)民',
    cadre: '干部职员',
    retired: '离退人员',
    housework: '家务及待业',
    other: '其他',
    unknown: '不详',
  },
  en: {
    'nursery-child': 'child in a nursery',
    'child-at-home': 'child at home',
    student: 'student',
    teacher: 'teacher',
    'nursery-staff': 'nursery staff',
    catering: 'catering',
    commerce: 'commerce',
    'medical-staff': 'medical staff',
    worker: 'worker',
    'migrant-worker': 'migrant worker',
    farmer: 'farmer',
    herdsman: 'herdsman',
    fisher: 'fisher or boat dweller',
    cadre: 'cadre or office staff',
    retired: 'retired',
    housework: 'housework or unemployed',
    other: 'other',
    unknown: 'unknown',
  },
}

/** By the profile's own word for the disease; one that is not listed goes by the name of its edition. */
export const diseaseSaid: Said<string> = {
  zh: {
    'covid-19': '新型冠状病毒感染的肺炎',
    sars: '传染性非典型肺炎',
    measles: '麻疹',
    chikungunya: '基孔肯雅热',
    ebola: '埃博拉出血热',
    h5n1: '人感染高致病性禽流感',
  },
  en: {
    'covid-19': 'COVID-19',
    sars: 'SARS',
    measles: 'measles',
    chikungunya: 'chikungunya',
    ebola: 'Ebola virus disease',
    h5n1: 'novel influenza A (H5N1)',
  },
}
