export interface Theme {
  code: string
  zh: string
  en: string
}

/** The five topics of WHO's taxonomy for listening in an infodemic, with sub-topics as a county meets them, in our own words. */
export const THEMES: readonly Theme[] = [
  { code: 'cause', zh: '病因', en: 'The cause' },
  { code: 'cause.origin', zh: '病毒从哪里来', en: 'Where the virus came from' },
  { code: 'cause.spread', zh: '怎样传播', en: 'How it spreads' },
  { code: 'cause.animals', zh: '动物与食物', en: 'Animals and food' },
  { code: 'illness', zh: '疾病', en: 'The illness' },
  { code: 'illness.symptoms', zh: '症状', en: 'Symptoms' },
  { code: 'illness.severity', zh: '轻重与死亡', en: 'How bad it is' },
  { code: 'illness.numbers', zh: '病例数字', en: 'Numbers of cases' },
  { code: 'illness.groups', zh: '易感人群', en: 'Who falls ill' },
  { code: 'treatment', zh: '治疗', en: 'Treatment' },
  { code: 'treatment.remedies', zh: '偏方与药物', en: 'Remedies and medicines' },
  { code: 'treatment.care', zh: '就医与收治', en: 'Care and hospitals' },
  { code: 'treatment.vaccine', zh: '疫苗', en: 'Vaccines' },
  { code: 'interventions', zh: '防控措施', en: 'Interventions' },
  { code: 'interventions.movement', zh: '封路、封村与出行', en: 'Roads, villages and travel' },
  { code: 'interventions.isolation', zh: '隔离与排查', en: 'Isolation and screening' },
  { code: 'interventions.protection', zh: '口罩与防护', en: 'Masks and protection' },
  { code: 'interventions.supplies', zh: '粮食与物价', en: 'Food and prices' },
  { code: 'interventions.schools', zh: '学校、场所与复工', en: 'Schools, places and work' },
  { code: 'information', zh: '信息本身', en: 'Information itself' },
  { code: 'information.official', zh: '官方发布与机构', en: 'Official statements and bodies' },
  { code: 'information.false', zh: '冒充与伪造', en: 'Forged and impersonated' },
  { code: 'information.hidden', zh: '隐瞒的说法', en: 'Claims that something is hidden' },
]
export const themeCodes = THEMES.map(({ code }) => code)
