export interface Words {
  kind: 'leaflet' | 'broadcast' | 'open-letter' | 'appeal' | 'notice' | 'legal-notice'
  /** Month and day in 2020. */
  day: string
  zh: string
  points: readonly string[]
  en?: string
  enPoints?: readonly string[]
  duties?: readonly string[]
  rights?: readonly string[]
  alert?: true
}

/** Four issues of one leaflet and seven pieces, by their subjects; every sentence is our own. */
export const leaflets: readonly Words[] = [
  {
    kind: 'leaflet',
    day: '01-25',
    zh: '新冠肺炎科普宣传单第一期 怎样传播',
    points: ['飞沫和密切接触会传播', '一米以上距离更安全', '咳嗽打喷嚏遮口鼻'],
  },
  {
    kind: 'leaflet',
    day: '01-29',
    zh: '新冠肺炎科普宣传单第二期 口罩和洗手',
    points: ['出门戴口罩，潮了就换', '流水加肥皂洗二十秒', '用过的口罩装袋再扔'],
  },
  {
    kind: 'leaflet',
    day: '02-04',
    zh: '新冠肺炎科普宣传单第三期 居家观察',
    points: ['一人一屋，常开窗', '早晚各量一次体温', '有事打给包户干部，不自己出门'],
  },
  {
    kind: 'leaflet',
    day: '02-11',
    zh: '新冠肺炎科普宣传单第四期 消毒要适度',
    points: ['按说明配制84消毒液', '不与洁厕剂混用', '地面、把手每天擦一次'],
  },
]
export const pieces: readonly Words[] = [
  {
    kind: 'broadcast',
    day: '01-26',
    zh: '新型冠状病毒感染的肺炎防控广播稿',
    points: ['乡亲们，今年不拜年、不串门、不聚餐', '从外地回来的，先给村里报一声', '发热咳嗽不硬扛，打电话给村医'],
  },
  {
    kind: 'open-letter',
    day: '01-26',
    zh: '致武汉返兴朋友的一封公开信',
    points: ['欢迎回家，请先登记行程', '请在家观察十四天，每天两次量体温', '生活上有困难，村里和社区送到门口'],
    en: 'An open letter to friends who have come back from Wuhan',
    enPoints: [
      'Welcome home; please register your journey first',
      'Stay at home for fourteen days and take your temperature twice a day',
      'The village or the community brings what you need to your door',
    ],
  },
  {
    kind: 'appeal',
    day: '01-28',
    zh: '致全县广大人民群众的倡议书',
    points: ['红事缓办，白事简办', '不信谣，不传谣，有疑问问防控办', '邻里互相提醒，照看独居老人'],
  },
  {
    kind: 'open-letter',
    day: '01-30',
    zh: '县委书记、县长致全县人民的一封信',
    points: ['全县一盘棋，村村有人守', '粮油蔬菜供应充足，不必囤积', '每一天的数字都会向大家公布'],
  },
  {
    kind: 'notice',
    day: '02-01',
    zh: '出入小区和村庄请配合测温登记',
    points: ['进出测温，超过37.3℃由医护人员接手', '车辆和外来人员须登记', '值守人员佩戴标识，可当场核对'],
    alert: true,
    en: 'Please have your temperature taken when you enter or leave',
    enPoints: ['Above 37.3 °C a health worker takes over', 'Vehicles and visitors are registered'],
  },
  {
    kind: 'notice',
    day: '02-09',
    zh: '返程返岗前请核对健康情况',
    points: ['返程前三天每天量体温', '错开高峰，分批返回', '到岗后先登记再上班'],
  },
  {
    kind: 'notice',
    day: '02-14',
    zh: '春耕备耕这样防护',
    points: ['错时下田，不扎堆', '农资由村里统一配送', '回家先洗手再吃饭'],
  },
]
/** What the five organs of law and order say together: what has to be done, and what may be claimed. */
export const legal: readonly Words[] = [
  {
    kind: 'legal-notice',
    day: '02-06',
    zh: '疫情防控期间依法配合与依法维权的提示',
    points: ['政法五部门联合提示全县干部群众和商户'],
    duties: ['如实报告行程和健康情况', '配合体温检测和身份核对', '遵守隔离观察决定', '商户不哄抬物价，按通知暂停营业'],
    rights: [
      '拿到写明依据、期限和申诉方式的书面决定',
      '期满即自动解除',
      '对决定不服可以申诉，申诉不影响生活保障',
      '个人信息只用于防控，不对外公布',
    ],
    en: 'Duties and rights during the epidemic',
    enPoints: ['A joint notice of five organs of law and order'],
  },
]
