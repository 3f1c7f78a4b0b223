/** What people of the county ask about in these weeks, each part said in several ways; in our own words, nobody's post. */
export interface Talk {
  key: string
  title: string
  theme: string
  kind: 'question' | 'concern' | 'claim' | 'void' | 'suggestion'
  /** The day and hour at which it begins, and how many say it. */
  begins: string
  items: number
  likelihood: number
  harm: number
  /** Parts of a sentence, each said in one of these ways. */
  ways: ReadonlyArray<readonly string[]>
  verdict: 'true' | 'false' | 'unsettled' | null
  /** A later finding where the first one could not settle it. */
  settled?: 'true' | 'false'
  expert: string
  sources: string
  reasoning: string
  /** Hours from found to the answer; nothing where there is none. */
  answeredAfter: number | null
  answer: string
  matter?: readonly ['fraud' | 'price-gouging' | 'false-goods', string, string]
}

const CDC = '县疾控中心流行病学岗'
const COMMERCE = '县商务局市场运行岗'
const TRAFFIC = '县交通运输局运输岗'
const MARKET = '县市场监管局价格监督岗'

export const TALKS: readonly Talk[] = [
  {
    ...{
      key: 'masks',
      title: '口罩价格',
      theme: 'interventions.supplies',
      kind: 'claim',
      begins: '01-23T09:00',
      items: 46,
    },
    ...{ likelihood: 5, harm: 3, verdict: 'true', answeredAfter: 4, expert: MARKET },
    ways: [
      ['药店的口罩', '县城药店口罩'],
      ['涨到五十块一个', '卖到五十块一个'],
    ],
    sources: '现场检查记录',
    reasoning: '确有一家药店抬价,已责令改正',
    answer: '抬价药店已查处,口罩按明码标价供应。',
    matter: ['price-gouging', '疫防函〔2020〕4号', '县市场监管局'],
  },
  {
    ...{
      key: 'sealing',
      title: '封村',
      theme: 'interventions.movement',
      kind: 'claim',
      begins: '01-25T14:00',
      items: 83,
    },
    ...{ likelihood: 5, harm: 4, verdict: 'false', answeredAfter: 3, expert: TRAFFIC },
    ways: [
      ['明天开始封村', '从明天起封村'],
      ['谁也不让出去', '谁都不让出村'],
    ],
    sources: '领导小组指令',
    reasoning: '只设检查劝返点,不封村',
    answer: '各村设检查劝返点测温登记,本村人凭登记进出,没有封村。',
  },
  {
    ...{
      key: 'remedy',
      title: '双黄连能预防',
      theme: 'treatment.remedies',
      kind: 'claim',
      begins: '01-31T22:00',
      items: 64,
    },
    ...{ likelihood: 4, harm: 4, verdict: 'false', answeredAfter: 9, expert: CDC },
    ways: [
      ['喝双黄连口服液', '双黄连口服液'],
      ['能预防新冠肺炎', '可以预防新冠肺炎'],
    ],
    sources: '诊疗方案',
    reasoning: '没有预防作用的证据',
    answer: '双黄连不能预防,不要抢购,不要自行服药。',
  },
  {
    ...{
      key: 'food',
      title: '粮食够不够',
      theme: 'interventions.supplies',
      kind: 'concern',
      begins: '01-27T08:00',
      items: 57,
    },
    ...{ likelihood: 4, harm: 5, verdict: 'false', answeredAfter: 5, expert: COMMERCE },
    ways: [
      ['县里的粮食', '全县粮食'],
      ['只够吃三天了', '只够三天'],
      ['', ',快去买'],
    ],
    sources: '粮油库存日报',
    reasoning: '网点、超市和储备公司库存充足',
    answer: '56 个网点和储备库粮油充足,价格稳定,不必囤积。',
  },
  {
    ...{ key: 'cases', title: '本县病例数', theme: 'illness.numbers', kind: 'claim', begins: '02-02T19:00', items: 71 },
    ...{ likelihood: 4, harm: 5, verdict: 'unsettled', settled: 'false', answeredAfter: 2, expert: CDC },
    ways: [
      ['县医院已经确诊三例', '县医院确诊了三例'],
      ['', ',瞒着不说'],
    ],
    sources: '疫情日报告',
    reasoning: '发热人员正在排除',
    answer: '发热人员正在检查,结果一出即公布;截至发布时没有确诊病例。',
  },
  {
    ...{
      key: 'vinegar',
      title: '熏醋消毒',
      theme: 'treatment.remedies',
      kind: 'claim',
      begins: '02-04T10:00',
      items: 18,
    },
    ...{ likelihood: 3, harm: 2, verdict: 'false', answeredAfter: 20, expert: CDC },
    ways: [
      ['在家熏醋', '屋里熏醋'],
      ['就能杀死病毒', '能杀死病毒'],
    ],
    sources: '消毒技术指南',
    reasoning: '醋酸浓度达不到消毒要求',
    answer: '熏醋不能消毒,反而刺激呼吸道,请开窗通风。',
  },
  {
    ...{
      key: 'imposter',
      title: '冒充防疫人员收费',
      theme: 'information.false',
      kind: 'claim',
      begins: '02-06T15:00',
      items: 22,
    },
    ...{ likelihood: 3, harm: 5, verdict: 'true', answeredAfter: 4, expert: '县公安局治安岗' },
    ways: [
      ['有人冒充防疫人员', '冒充防疫人员的'],
      ['上门收消毒费', '上门收费'],
    ],
    sources: '接警登记',
    reasoning: '两个村有人上门收费,不是防疫人员',
    answer: '入户排查和消毒一律不收费;遇上门收费请拒绝并拨打热线。',
    matter: ['fraud', '疫防函〔2020〕5号', '县公安局'],
  },
  {
    ...{
      key: 'school',
      title: '开学时间',
      theme: 'interventions.schools',
      kind: 'question',
      begins: '02-09T09:00',
      items: 39,
    },
    ...{ likelihood: 3, harm: 2, verdict: 'false', answeredAfter: 4, expert: '县教育局基础教育岗' },
    ways: [
      ['学校二月底开学', '中小学二月底开学'],
      ['定了吗', '是不是定了'],
    ],
    sources: '省教育厅通知',
    reasoning: '开学时间另行通知',
    answer: '没有确定开学日期,开学前会提前公布。',
  },
  {
    ...{
      key: 'bus',
      title: '公交何时恢复',
      theme: 'interventions.movement',
      kind: 'question',
      begins: '02-13T08:00',
      items: 28,
    },
    ...{ likelihood: 2, harm: 2, verdict: null, answeredAfter: null, expert: TRAFFIC },
    ways: [
      ['城乡公交', '公交车'],
      ['什么时候恢复', '什么时候恢复通车'],
    ],
    sources: '',
    reasoning: '',
    answer: '',
  },
  {
    ...{
      key: 'pets',
      title: '猫狗会不会传染',
      theme: 'cause.animals',
      kind: 'question',
      begins: '02-16T18:00',
      items: 16,
    },
    ...{ likelihood: 4, harm: 3, verdict: null, answeredAfter: null, expert: CDC },
    ways: [
      ['家里的猫狗', '猫和狗'],
      ['会传染病毒吗', '会不会传染病毒'],
    ],
    sources: '',
    reasoning: '',
    answer: '',
  },
  {
    ...{
      key: 'petrol',
      title: '加油站停业',
      theme: 'interventions.supplies',
      kind: 'claim',
      begins: '02-10T11:00',
      items: 7,
    },
    ...{ likelihood: 1, harm: 1, verdict: null, answeredAfter: null, expert: COMMERCE },
    ways: [['加油站明天关门', '加油站明天全停']],
    sources: '',
    reasoning: '',
    answer: '',
  },
]
