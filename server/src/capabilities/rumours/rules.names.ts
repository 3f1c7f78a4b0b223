/** What names of people are made of, for taking them out of what was said. */

/** Surnames that are hardly ever anything else at the head of a word. */
const STRONG =
  '王李张刘陈杨赵吴徐孙胡朱郭罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛阎潘杜戴钟姜崔谭廖范汪陆孔邵孟秦姚尹邹郝邱龚庞侯聂焦樊殷翟邢詹俞耿阮岳倪覃赖柴柯欧鲍齐乔褚奚宗裴窦芦闫岑宫宁仇匡甄蔺'
/** Surnames that are words as well: more has to speak for a name. */
const WEAK =
  '周黄高林何马梁于叶余田任金石段雷钱汤尹黎易常武康贺龙顾毛万方白江史陶温安牛洪季尤路向严文莫施时符左关成包边房解单卓应阳简车项连米冷古卜喻明祝童全甘穆梅柳尚辛华丁夏熊付兰涂党水终和封申鲁'
export const COMPOUND = ['欧阳', '上官', '司马', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '夏侯']

export const strongSurnames: ReadonlySet<string> = new Set(STRONG)
export const surnames: ReadonlySet<string> = new Set(STRONG + WEAK)
export const ANY_SURNAME = `(?:${COMPOUND.join('|')}|[${STRONG}${WEAK}])`
export const STRONG_SURNAME = `(?:${COMPOUND.join('|')}|[${STRONG}周黄林梁马高何])`

/** What given names are mostly written with. */
export const givenLetters: ReadonlySet<string> = new Set(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂辉玲鹏华飞鑫波斌宇浩凯健俊帆帅旭婷雪梅琴云龙林生玉萍红燕莹琳峰亮佳慧倩晶洁志文德春秋海晓小淑永宝立长福学少景成建国爱民荣光庆祥贵富元和振东海卫忠义信仁礼智新发金银珍珠凤翠莲菊香花彩月星晨阳晴宁安康乐欣怡悦雅诗梦琪瑶璐瑞祺睿轩涵博泽昊天翔宏伦彬楠雷震武威胜利民双喜全顺有根树森松柏山川江河清泉水玥依诺梓子一思雨可嘉佩蓉芬芝芸茜莉蕾薇颖媛妍嫣娇婉青岚素贞巧英世昌廷克继绍万兴旺才财先开启正良善美丽静波连会士兵保来运久善恩铁柱锁栓庚午丙丁戊己壬癸彦亭田满仓囤丰收权奎魁占尚守承传家业升起进步跃胜川洲颜娥环钗黛'.replaceAll(
    /[丙丁戊己壬癸午庚一可先有会家来水]/g,
    '',
  ),
)

/** What never stands inside a given name. */
export const neverGiven: ReadonlySet<string> = new Set(
  '的了在是和都不有说从到要会能也就还很把被给对等个这那来去着过吗呢吧啊你我他她它们之与及或但而又再才只已最更没后前上下里外往让叫跟比做吃喝买卖涨价钱村县镇乡区市省路街店院站点号人家日月年时分元块斤车病毒菌药水粮油米面菜肉口罩封停关开戴打听看见问什么怎为哪谁几多以所于因如若除某先女医大主书局所队老师姓氏叔伯婶哥姐弟妹爷奶娘爸妈速',
)

export const HONORIFIC =
  '(?:先生|女士|小姐|太太|同志|师傅|老师|大夫|医生|护士|院长|所长|局长|县长|镇长|乡长|村长|主任|书记|经理|老板|老板娘|队长|组长|警官|法官|教授|同学|大爷|大妈|大娘|大叔|大伯|大姐|大哥|大嫂|阿姨|叔叔|婶子|爷爷|奶奶|姐|哥|婶|嫂|姨|叔|伯|总|某某|某)'

/** After these a name is to be expected. */
export const INTRODUCES =
  '(?:姓名|名字|名叫|叫做|叫作|本名|真名|实名|联系人|举报人|当事人|负责人|店主|店老板|群主|机主|户主|业主|患者|病人|确诊者|感染者|死者|司机|邻居|同事|老乡|村民|居民|网友|学生|医护|护士|医生|大夫|儿子|女儿|父亲|母亲|丈夫|妻子|老公|老婆|媳妇|爱人|弟弟|妹妹|哥哥|姐姐|本人|我是|我叫|他叫|她叫|是叫|有个叫|一个叫|此人叫|找)'

/** Behind these a name has ended. */
export const follows: ReadonlySet<string> = new Set(
  '说讲称问告表从在去回到住被把是有发转确染得咳买卖开带和跟与也就都还已又家一的了将要会等给让叫送和他她亲爱店昨今明早晚快不没能可',
)

/** Words that look like a name and are none. */
export const noNames: ReadonlySet<string> = new Set(
  '明天 明年 明日 任何 何时 关于 成功 方便 高速 高度 高中 白天 白酒 水果 安排 康复 温度 江苏 武汉 万一 时间 向前 安心 常见 文件 方案 全家 全部 全县 金额 路上 马上 和平 解封 解除 封闭 封路 单位 应该 应当 夏天 冷库 米面 包装 成本 关门 左右 唐山 欧洲 姜汤 陈醋 苏打 罗汉 秦岭 宁夏 邢台 齐鲁 杜仲 柴胡 姜蒜 贾汪 陈皮 江山 黄金 安康 安宁 平安 方明 石林 温泉 和平 金山 金银 万有 常春 明星 文明 文化 高兴 陆川 杨柳 杨梅 杨树 时光 时而 向阳 阳光 康乐 安全 安静'.split(
    ' ',
  ),
)
