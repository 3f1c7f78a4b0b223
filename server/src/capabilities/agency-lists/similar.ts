/**
 * Characters of names that are mistaken for one another by the eye: read off a blurred card, or picked beside the right one. Those
 * that sound alike are not listed, for they are found by their sound.
 */
const groups = `
己已巳 戊戌戍成 末未朱 土士 日曰目 千干于 天夭夫 人入八 刀力 大太犬 王玉主 由甲申田 晴睛 辩辨辫 俊峻竣骏 清青情晴请 芳方房 玲铃伶
静靖 颖颍 娟涓 莹萤荧 那娜 杨扬场 肖萧 付傅 闫阎 代戴 丘邱 侯候 陈阵 张弛 祁祈 宋宗宁 汪江 沈沉 崔雀 余佘 鲍鲁 卞卡 祖租 治冶怡 师帅
延廷 健键建 炜玮伟 波坡 浩皓洁 昊吴旲 云去 光先 无元 凤风 贤货 华毕 桂挂佳 枝技 香查 国园围 思恩 瑞端 珍诊 瑛英 玖玫 轩斩 宇字 莉利
婷停亭 妍研 姗珊 悦说 雯文 彬林杉 锋峰烽 涛祷 鑫淼森 淑叔 柱桂 全金 贵责 连莲 义叉 小少 平乎 生主 军车 强弹 伦论轮 红虹江 珠株 霞暇 丽而
海每 明朋 勇男 福富副 祥详样 波泼 洪供 军罕 志忐 庆床 敏毓 兰三 双又 秋秒 冬各 春舂 梅悔侮 菊掬 仁仨 民艮 良艮 亮壳 才木 材村 树对
永水 泳咏 喜善 恒桓 佳住 娇骄 燕蒸 斌赋 虎虚 龙尤 飞气 立位 宝室 安宴 定宫 学字 忠患 诚城 信言 仪议 礼札 德得 顺须 财材 旺往 友反 发友 根银
`
const alike = new Map<string, Set<string>>()
for (const group of groups.split(/\s+/)) {
  for (const one of group) {
    const others = alike.get(one) ?? new Set()
    for (const other of group) if (other !== one) others.add(other)
    alike.set(one, others)
  }
}

export const looksLike = (one: string, other: string): boolean => alike.get(one)?.has(other) ?? false
export const lookalikesOf = (character: string): readonly string[] => [...(alike.get(character) ?? [])]
