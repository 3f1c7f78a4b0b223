import { refusal } from '../../kernel/problem.ts'

/** Answers to single records, inside a reply that is itself a success. */

export const sealBroken = refusal('sync.seal-broken', 422, 'later', {
  zh: '这条记录在传输中受损,手机会自动再传。一直如此请报告县防控办。',
  en: 'This record was damaged on its way and will be sent again. If it stays so, report it to the county office.',
})
export const keyUnknown = refusal('sync.key-unknown', 409, 'later', {
  zh: '服务器没有打开这条记录的密钥。记录还在手机上,请报告县防控办,不要清除应用数据。',
  en: 'The server does not hold the key that opens this record. It is still on the phone; report it and do not clear the app.',
})
export const operationUnknown = refusal<{ operation: string }>('sync.operation-unknown', 501, 'later', {
  zh: '服务器还不认识这类记录({operation}),升级后自动再传。记录还在手机上。',
  en: 'The server does not know this kind of record yet ({operation}); it is sent again after the upgrade and stays on the phone.',
})
export const formUnknown = refusal('sync.form-unknown', 501, 'later', {
  zh: '手机应用比服务器新,服务器升级后自动再传。记录还在手机上。',
  en: 'The app is newer than the server: this is sent again after the upgrade and stays on the phone.',
})
export const signInAgain = refusal('sync.sign-in-again', 401, 'later', {
  zh: '登录已过期。请本人在这台手机上重新登录,这条记录随后自动上传。',
  en: 'The session has ended. Once its author has signed in on this phone again, this record goes out by itself.',
})
export const putAsideForDesk = refusal('sync.put-aside', 403, 'never', {
  zh: '服务器已收下这条记录,但写下它时岗位已经变动,转入待核查,由县防控办决定。不用再传。',
  en: 'The server has this record, but its author no longer held the seat when it was written: the county office decides. Nothing has to be sent again.',
})
