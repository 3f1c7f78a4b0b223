import { refusal } from '../../kernel/problem.ts'

/** One text for every way a sign-in can be wrong: it must not tell whether the name exists. */
export const signInRefused = refusal('access.sign-in-refused', 401, 'never', {
  zh: '用户名或密码不正确,或账号已停用。请核对后再试,忘记密码请联系县防控办重设。',
  en: 'The name or the password is not right, or the account is closed. Check both; the county office can reset the password.',
})
export const tooManyGuesses = refusal<{ retryAfterSeconds: number }>('access.too-many-guesses', 429, 'later', {
  zh: '尝试次数过多,为保护账号暂停登录,请在 {retryAfterSeconds} 秒后再试。在已登记的设备上登录不受影响。',
  en: 'Too many attempts; signing in is paused to protect the account. Try again in {retryAfterSeconds} seconds. Enrolled devices are not affected.',
})
export const busySigningIn = refusal('access.busy-signing-in', 503, 'later', {
  zh: '正在登录的人较多,请稍等几秒再试。',
  en: 'Many people are signing in just now; try again in a few seconds.',
})
export const noSeat = refusal('access.no-seat', 403, 'later', {
  zh: '该账号目前没有岗位,无法登录。请联系县防控办安排岗位。',
  en: 'This account holds no seat at present and cannot sign in. Ask the county office to give it one.',
})
export const codeRefused = refusal('access.code-refused', 401, 'never', {
  zh: '代码不正确、已使用或已过期。请重新索取一个代码。',
  en: 'The code is not right, was used already or has expired. Ask for a new one.',
})
export const secondFactorRefused = refusal('access.second-factor-refused', 401, 'never', {
  zh: '动态验证码不正确或已使用过。请等待下一个验证码再输入,并检查手机时间是否准确。',
  en: 'The code is not right or was used already. Wait for the next one, and check that the clock of your phone is right.',
})
export const stepUpNeeded = refusal('access.step-up-needed', 403, 'later', {
  zh: '这项操作较敏感,请先再次验证身份(动态验证码、通行密钥或恢复码)。',
  en: 'This needs a fresh proof that it is you: an authenticator code, a passkey or a recovery code.',
})
export const setUpSecondFactorFirst = refusal('access.set-up-second-factor', 403, 'later', {
  zh: '这项操作需要动态验证码,请先在“我的账号”中完成设置。',
  en: 'This needs an authenticator code. Set one up first under “My account”.',
})
export const secureAccountFirst = refusal('access.secure-account-first', 403, 'later', {
  zh: '这次登录用的是一次性代码。请先设置自己的密码(岗位需要的,再设置动态验证码),之后即可继续。',
  en: 'You came in with a one-time code. Set a password of your own first, and a second factor where your seat needs one; then go on.',
})
export const passwordWeak = refusal<{ weakness: string }>('access.password-weak', 422, 'never', {
  zh: '密码不符合要求:至少 10 个字符,不能包含用户名,不能是常见密码或连续字符。',
  en: 'This password will not do: at least 10 characters, not containing the sign-in name, not a common one or a simple run.',
})
export const passwordWrong = refusal('access.password-wrong', 403, 'never', {
  zh: '当前密码不正确。',
  en: 'The current password is not right.',
})
export const nameTaken = refusal<{ signInName: string }>('access.name-taken', 409, 'never', {
  zh: '用户名“{signInName}”已有人使用,请换一个。',
  en: 'The sign-in name “{signInName}” is taken; choose another.',
})
export const accountUnknown = refusal<{ id: string }>('access.account-unknown', 404, 'never', {
  zh: '没有找到这个账号({id})。',
  en: 'There is no such account ({id}).',
})
export const seatUnknown = refusal<{ id: string }>('access.seat-unknown', 404, 'later', {
  zh: '没有找到这个岗位({id})。',
  en: 'There is no such seat ({id}).',
})
export const seatClosed = refusal<{ id: string }>('access.seat-closed', 409, 'never', {
  zh: '这个岗位已撤销({id})。',
  en: 'This seat has been closed ({id}).',
})
export const seatAtWrongLevel = refusal<{ role: string; division: string }>('access.seat-wrong-level', 422, 'never', {
  zh: '岗位角色 {role} 不能设在区划 {division} 这一级。',
  en: 'A seat of role {role} cannot be at division {division}: the level does not fit.',
})
export const endsBeforeItBegins = refusal('access.ends-before-it-begins', 422, 'never', {
  zh: '任岗结束时间不能早于开始时间。',
  en: 'Somebody cannot leave a seat before having taken it.',
})
export const seatTaken = refusal<{ from: string }>('access.seat-taken', 409, 'never', {
  zh: '这个岗位在 {from} 之后已另有安排,请先调整原安排。',
  en: 'Somebody else is already planned for this seat after {from}; change that first.',
})
export const notYourSeat = refusal('access.not-your-seat', 403, 'never', {
  zh: '您目前不在这个岗位上,不能切换到该岗位。',
  en: 'You do not hold this seat now, so you cannot switch to it.',
})
export const occupancyUnknown = refusal<{ id: string }>('access.occupancy-unknown', 404, 'never', {
  zh: '没有找到这条任岗记录({id})。',
  en: 'There is no such record of someone holding a seat ({id}).',
})
export const deviceUnknown = refusal<{ id: string }>('access.device-unknown', 404, 'never', {
  zh: '没有找到这台设备({id})。',
  en: 'There is no such device ({id}).',
})
export const sessionUnknown = refusal<{ id: string }>('access.session-unknown', 404, 'never', {
  zh: '没有找到这个登录({id})。',
  en: 'There is no such sign-in ({id}).',
})
export const passkeyRefused = refusal('access.passkey-refused', 401, 'never', {
  zh: '通行密钥验证未通过,请重试或改用密码登录。',
  en: 'The passkey was not accepted; try again or sign in with your password.',
})
export const passkeyUnknown = refusal<{ id: string }>('access.passkey-unknown', 404, 'never', {
  zh: '没有找到这个通行密钥({id})。',
  en: 'There is no such passkey ({id}).',
})
export const lastAdministrator = refusal('access.last-administrator', 409, 'never', {
  zh: '这是最后一个系统管理员,不能停用或撤岗。请先任命另一位管理员。',
  en: 'This is the last administrator and cannot be closed or moved away. Appoint another one first.',
})
