import { refusal } from '../../kernel/problem.ts'

export const divisionUnknown = refusal<{ division: string }>('rumours.division-unknown', 422, 'never', {
  zh: '本县没有这个区划({division}),请核对听到的地点。',
  en: 'This county has no such division ({division}). Check where it was heard.',
})
export const otherContent = refusal<{ id: string }>('rumours.other-content', 409, 'never', {
  zh: '编号 {id} 已用于另一条内容不同的记录。原文不会另存,请换一个编号重新提交。',
  en: 'The id {id} belongs to a record with other content. The text was not kept anywhere; send it again under a new id.',
})
export const inFuture = refusal<{ at: string }>('rumours.in-future', 422, 'never', {
  zh: '所填时间({at})晚于当前时间,请核对。',
  en: 'The time given ({at}) lies after the present. Check it.',
})
export const nothingLeft = refusal('rumours.nothing-left', 422, 'never', {
  zh: '去掉姓名、号码、账号和链接后没有剩下内容。请写下听到的说法本身。',
  en: 'Without names, numbers, accounts and links nothing is left. Write down what is said, not who said it.',
})
export const topicUnknown = refusal<{ id: string }>('rumours.topic-unknown', 404, 'later', {
  zh: '没有找到这个话题({id}),或其条数不足十条,尚不显示。',
  en: 'This topic is not known ({id}), or has fewer than ten items and is not shown.',
})
export const verdictUnknown = refusal<{ id: string }>('rumours.verdict-unknown', 404, 'later', {
  zh: '没有找到这个话题的这条核实结论({id})。请先核实再答复。',
  en: 'This topic has no such finding ({id}). Have it verified before answering.',
})
export const pieceUnknown = refusal<{ id: string }>('rumours.piece-unknown', 422, 'never', {
  zh: '宣传内容中没有这一篇,或它不是答复、尚未发布({id})。',
  en: 'There is no such piece, or it is no answer or has not gone out yet ({id}).',
})
export const bodyUnknown = refusal<{ id: string }>('rumours.body-unknown', 422, 'never', {
  zh: '指挥体系中没有这个组({id})。',
  en: 'The command has no such group ({id}).',
})
export const turnOutOfOrder = refusal('rumours.turn-out-of-order', 409, 'never', {
  zh: '话题已经是这个状态。',
  en: 'The topic stands like that already.',
})
export const beforeFound = refusal<{ at: string }>('rumours.before-found', 422, 'never', {
  zh: '所填时间({at})早于发现这个话题的时间,请核对。',
  en: 'The time given ({at}) lies before the topic was found. Check it.',
})
export const wordingElsewhere = refusal<{ id: string }>('rumours.wording-elsewhere', 409, 'never', {
  zh: '有的说法不在这个话题里({id}),请刷新后重试。',
  en: 'One of the wordings is not in this topic ({id}). Load it anew and try again.',
})
export const sameTopic = refusal('rumours.same-topic', 422, 'never', {
  zh: '不能把话题并入它自己。',
  en: 'A topic cannot be put into itself.',
})
