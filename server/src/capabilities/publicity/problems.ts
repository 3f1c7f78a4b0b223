import { refusal } from '../../kernel/problem.ts'

export const pieceUnknown = refusal<{ id: string }>('publicity.piece-unknown', 404, 'later', {
  zh: '没有找到这篇宣传稿({id}),或尚未发布。',
  en: 'This piece ({id}) is not known, or has not been published.',
})
export const divisionUnknown = refusal<{ division: string }>('publicity.division-unknown', 404, 'later', {
  zh: '没有找到区划代码 {division}。',
  en: 'The division {division} is not known.',
})
export const documentUnknown = refusal<{ id: string }>('publicity.document-unknown', 404, 'never', {
  zh: '没有找到这份已印发的公文({id})。宣传稿只能依据已印发的公文。',
  en: 'There is no issued document {id}; a piece can only be made from one that was issued.',
})
export const topicNotAnswered = refusal('publicity.topic-not-answered', 422, 'never', {
  zh: '只有“答疑”类宣传稿可以对应谣言话题。',
  en: 'Only a piece of the kind "answer" can answer a topic.',
})
export const rightsMissing = refusal<{ lang: string }>('publicity.rights-missing', 422, 'never', {
  zh: '法律提示须同时写明义务和权利({lang} 稿缺少其一)。',
  en: 'A legal notice names duties and rights alike; the text in {lang} lacks one of them.',
})
export const stepOutOfOrder = refusal<{ state: string; act: string }>('publicity.step-out-of-order', 409, 'never', {
  zh: '这篇稿件目前是“{state}”,不能进行“{act}”。',
  en: 'This piece is "{state}" now; "{act}" does not follow.',
})
export const versionStale = refusal<{ version: number }>('publicity.version-stale', 409, 'never', {
  zh: '稿件已有第 {version} 版,请看过新版后再操作。',
  en: 'There is a version {version} by now; look at it before you go on.',
})
export const noteNeeded = refusal('publicity.note-needed', 422, 'never', {
  zh: '退回稿件须写明修改意见。',
  en: 'Say what has to be changed when a piece is returned.',
})
export const ownWords = refusal('publicity.own-words', 403, 'never', {
  zh: '不能审核自己写的稿件,请由他人审核。',
  en: 'Nobody approves their own words; somebody else has to.',
})
export const whyNeeded = refusal('publicity.why-needed', 422, 'never', {
  zh: '更正已发布的稿件须说明原因。',
  en: 'Say what was wrong when what went out is corrected.',
})
export const outOfTime = refusal<{ at: string }>('publicity.out-of-time', 422, 'never', {
  zh: '时间 {at} 在未来,或早于上一次发布。',
  en: 'The time {at} lies in the future, or before it went out last.',
})
export const notStanding = refusal<{ id: string }>('publicity.not-standing', 409, 'never', {
  zh: '这篇宣传稿未在发布状态({id})。',
  en: 'This piece ({id}) is not out.',
})
export const channelUnknown = refusal<{ id: string }>('publicity.channel-unknown', 404, 'never', {
  zh: '没有找到这个渠道({id}),或已停用。',
  en: 'This channel ({id}) is not known, or is closed.',
})
export const channelIncomplete = refusal<{ kind: string; what: string }>('publicity.channel-incomplete', 422, 'never', {
  zh: '这类渠道({kind})须填写 {what}。',
  en: 'A channel of this kind ({kind}) needs {what}.',
})
export const hostNotAllowed = refusal<{ host: string }>('publicity.host-not-allowed', 422, 'never', {
  zh: '管理员没有允许向 {host} 推送。请在服务器设置中加入该主机,且只能用 https。',
  en: 'The administrator has not allowed pushing to {host}. Add the host in the settings of the server; https only.',
})
export const turnOutOfOrder = refusal('publicity.turn-out-of-order', 409, 'never', {
  zh: '当前状态下不能进行这项变更,或时间早于上一次变更。',
  en: 'This change does not follow from how it stands, or lies before the last one.',
})
export const notSuited = refusal<{ kind: string }>('publicity.not-suited', 422, 'never', {
  zh: '这篇稿件不能用于该渠道({kind}),请按提示补充。',
  en: 'This piece cannot go out by this channel ({kind}); see what is missing.',
})
export const dispatchedAlready = refusal('publicity.dispatched-already', 409, 'never', {
  zh: '这篇稿件的这一版已发往该渠道。',
  en: 'This edition of the piece went to this channel already.',
})
export const dispatchUnknown = refusal<{ id: string }>('publicity.dispatch-unknown', 404, 'later', {
  zh: '没有找到这次发送({id})。',
  en: 'This dispatch ({id}) is not known.',
})
export const notByHand = refusal('publicity.not-by-hand', 409, 'never', {
  zh: '这次发送由系统完成,或尚未生成,无需人工确认。',
  en: 'This dispatch is done by the system, or has not been produced yet; there is nothing to confirm by hand.',
})
export const notFailed = refusal('publicity.not-failed', 409, 'never', {
  zh: '这次发送没有失败,无需重试。',
  en: 'This dispatch has not failed; there is nothing to try again.',
})
export const loudspeakerUnknown = refusal<{ id: string }>('publicity.loudspeaker-unknown', 404, 'later', {
  zh: '没有找到这个喇叭({id})。',
  en: 'This loudspeaker ({id}) is not known.',
})
export const tooLong = refusal<{ at: string; minutes: number; needs: number }>('publicity.too-long', 422, 'never', {
  zh: '{at} 只留了 {minutes} 分钟,按大喇叭语速播完需要 {needs} 分钟。',
  en: 'At {at} there are {minutes} minutes; read at the pace of a loudspeaker it takes {needs}.',
})
export const slotTaken = refusal<{ at: string }>('publicity.slot-taken', 409, 'never', {
  zh: '{at} 已安排播放其他内容。',
  en: 'Something else is played at {at}.',
})
export const airingUnknown = refusal<{ id: string }>('publicity.airing-unknown', 404, 'later', {
  zh: '没有找到这项播放安排({id})。',
  en: 'This plan to play ({id}) is not known.',
})
export const playNotPlanned = refusal('publicity.play-not-planned', 422, 'never', {
  zh: '播放安排中没有这个村、这篇稿件、这一天或这个时间。',
  en: 'The plan has no such village, piece, day or time.',
})
export const playUnknown = refusal<{ id: string }>('publicity.play-unknown', 404, 'later', {
  zh: '没有找到这次播放记录({id});记录送达后照片再送。',
  en: 'This play ({id}) is not known; the picture follows once the play has arrived.',
})
export const photoUnknown = refusal<{ id: string }>('publicity.photo-unknown', 404, 'later', {
  zh: '没有找到这张照片({id})。',
  en: 'This picture ({id}) is not known.',
})
export const photoUnreadable = refusal('publicity.photo-unreadable', 422, 'never', {
  zh: '照片只能是完整的 JPEG 或 PNG 文件,且不超过 1.5 MB。',
  en: 'A picture is a whole JPEG or PNG file of at most 1.5 MB.',
})
export const timeAhead = refusal<{ at: string }>('publicity.time-ahead', 422, 'never', {
  zh: '时间 {at} 在未来,请核对日期或设备时钟。',
  en: 'The time {at} lies in the future; check the date or the device clock.',
})
export const figuresNotShown = refusal('publicity.figures-shown', 409, 'never', {
  zh: '这一天的数字已经公布过;同一天不公布两次,以免相互比对。',
  en: 'The figures of this day were shown already; two of one day could be held against each other.',
})
