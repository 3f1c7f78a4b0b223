import { expect, test } from 'vitest'
import { GAP, type StrippedKind, strip } from './rules.stripping.ts'

const TABLE: ReadonlyArray<[said: string, kept: string, kinds: readonly StrippedKind[]]> = [
  ['张建国说口罩五十块', `${GAP}说口罩五十块`, ['name']],
  ['听说李小红从武汉回来了', `听说${GAP}从武汉回来了`, ['name']],
  ['欧阳秀英家有人发烧', `${GAP}家有人发烧`, ['name']],
  ['刘医生说喝醋管用', `${GAP}医生说喝醋管用`, ['name']],
  ['老王家封了', `老${GAP}家封了`, ['name']],
  ['李某某在武汉打工', `${GAP}在武汉打工`, ['name']],
  ['村民孙秀英,西街的', `村民${GAP},西街的`, ['name']],
  ['有事打15400001234', `有事打${GAP}`, ['phone']],
  ['电话 154 0000 1234', `电话 ${GAP}`, ['phone']],
  ['拨0314-5051234', `拨${GAP}`, ['phone']],
  ['一五四零零零零一二三四', GAP, ['phone']],
  ['打电话154〇〇〇〇1234', `打电话154${GAP}1234`, []],
  ['身份证130899199001011234', `身份证${GAP}`, ['document']],
  ['13089919900101123X是他', `${GAP}是他`, ['document']],
  ['护照 E12345678', `护照 ${GAP}`, ['document']],
  ['冀H·12345的车', `${GAP}的车`, ['plate']],
  ['开京AD12345来的', `开${GAP}来的`, ['plate']],
  ['加微信:abc_12345进群', `加${GAP}`, ['account']],
  ['QQ群 123456789', GAP, ['account']],
  ['vx abc12345', GAP, ['account']],
  ['@小草莓 快看', `${GAP} 快看`, ['account']],
  ['发到 someone@example.com', `发到 ${GAP}`, ['email']],
  ['见 https://example.com/a?b=1 第三条', `见 ${GAP} 第三条`, ['link']],
  ['点 t.example.cn/x9', `点 ${GAP}`, ['link']],
  ['听说\uff0c他的电话\uff1a154\uff10\uff10001234\uff01', `听说\uff0c他的电话\uff1a${GAP}\uff01`, ['phone']],
  ['154\u200b0000\u200b1234', GAP, ['phone']],
]
test.each(TABLE)('%s', (said, kept, kinds) => {
  const { text, counts } = strip(said)
  if (kinds.length > 0) {
    expect(text).toBe(kept)
    expect(Object.keys(counts).sort()).toEqual([...kinds].sort())
  }
  expect(text).not.toMatch(/\d{7}|@|http|130899/)
})

const MEANT = [
  '高速封了,石家庄的口罩五十块一个',
  '马上就没有粮食了,超市抢光',
  '喝双黄连能预防,黄金都没这么贵',
  '许多人于是都去平安堡镇',
  '听说要封村到3月1日,米面只够吃三天',
  '兴隆镇今天新增几例,温度计卖光了',
  '张家口和唐山都封城了',
  '白酒消毒,时间不够,连夜排队',
  '李家营镇、孤山子镇和陡子峪乡都不让进',
  '方便面涨价,白菜五块一斤,关于公交停运没有通知',
  '陈醋熏屋子能杀毒,金额一千二百元,2020年2月5日8时',
  '兴防指〔2020〕15号',
]
test.each(MEANT)('what was meant stays: %s', (said) => {
  expect(strip(said)).toEqual({ text: said, counts: {}, total: 0 })
})

/** What the column refuses: rumours.is_stripped says the same. */
const REFUSED =
  /[0-9]{7}|[@\uff20]|https?:|www[.]|[a-z0-9-]+[.](com|cn|net|org|cc|top|vip|me)|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][a-z][·. -]?[a-z0-9]{5,6}/i

function drawer(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('whatever stands around them: no number of seven digits, no account and no link is left, and a second time changes nothing', () => {
  const draw = drawer(20)
  const pieces = [
    '口罩',
    '五十块',
    ' ',
    ',',
    '。',
    'a',
    'Z',
    '1',
    '8',
    '3',
    '0',
    '9',
    '-',
    '@',
    '.',
    'com',
    'http://',
    '微信',
    'QQ',
    '冀H',
    '王',
    '说',
    '\u200b',
    '1',
    '〇',
  ]
  for (let round = 0; round < 1500; round++) {
    const said = Array.from({ length: 3 + draw(40) }, () => pieces[draw(pieces.length)] ?? '').join('')
    const { text } = strip(said)
    expect(text, said).not.toMatch(REFUSED)
    expect(strip(text).text, said).toBe(text)
  }
})

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
const FIRST = '建国志文明德春秋玉桂金海晓小淑秀俊永宝立长福学少景成'
const LAST = '华军平英兰芳伟强敏静丽娟涛超霞杰磊洋勇艳辉飞玲斌琴云梅龙林生'
const AROUND = [
  '听说#从武汉回来了',
  '#家有人发烧了',
  '#和#都被拉走了',
  '是不是#确诊了',
  '#、#、#都在名单上',
  '请问#的快递还能送吗',
  '就是#',
  '转发:#爱人在医院',
  '#他爸从汉口来',
  '不要去#店里买菜',
  '群里#发的',
  '昨天#在超市咳嗽',
]

test('names without anything that announces them: how many of 4,000 are found', () => {
  const draw = drawer(7)
  const pick = (letters: string) => letters.charAt(draw(letters.length))
  let names = 0
  let left = 0
  for (let round = 0; round < 3500; round++) {
    const own: string[] = []
    const said = (AROUND[round % AROUND.length] ?? '').replaceAll('#', () => {
      const name = pick(SURNAMES) + (draw(10) < 8 ? pick(FIRST) : '') + pick(LAST)
      own.push(name)
      return name
    })
    const { text } = strip(said)
    names += own.length
    left += own.filter((name) => text.includes(name)).length
  }
  expect(names).toBeGreaterThan(4000)
  // The rest are names that are words too (高林, 谢平): they stay unless something announces them.
  expect(left / names).toBeLessThan(0.015)
})
