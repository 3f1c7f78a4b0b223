import { breakTitle, markSizeOf, type Official } from '../exchange/index.ts'
import { dateWords, labelled, type State } from './rules.documents.ts'
import type { Content, Form } from './schema.documents.ts'

export interface Said {
  content: Content
  authority: string
  mark: string
  form: Form
  /** Null while it has none. */
  number: string | null
  code: string
  issuedAt: Date | null
  signedPost: string | null
  state: State
  /** By which it was superseded. */
  endedBy: string | null
}

/** What stands in the face of its level: a heading, or the first sentence of a point. */
function facesOf({ level, label, text }: { level: number; label: string; text: string }) {
  const end = text.indexOf('。')
  const isHeading = level === 1 || level === 2
  const head = isHeading ? (end < 0 ? text : text.slice(0, end + 1)) : ''
  return { level, label, head, rest: text.slice(head.length) }
}

function stampOf({ state, endedBy }: Said): string | null {
  if (state === 'issued') return null
  if (state === 'withdrawn') return '已撤回'
  if (state === 'superseded') return endedBy ? `已被${endedBy}替代` : '已被替代'
  return state === 'abandoned' ? '作废' : '草稿'
}

/** A document as it goes to the printer; what has no number yet is stamped as a draft. */
export function officialOf(said: Said): Official {
  const { content, authority, mark, form, number, code, issuedAt, signedPost } = said
  const { title, to, body, attachments, copies, secrecy, urgency, sealed, note, printedBy } = content
  const date = issuedAt ? dateWords(issuedAt) : '××××年×月×日'
  return {
    ...{ form, title, mark, secrecy, urgency, sealed, note, authority, date },
    titleLines: breakTitle(title),
    markSize: markSizeOf(mark),
    number: number
      ? form === 'order'
        ? number.slice(code.length)
        : number
      : form === 'order'
        ? '第×号'
        : `${code}〔××××〕×号`,
    to: to.length > 0 ? `${to.join('，')}：` : null,
    body: labelled(body).map(facesOf),
    attachments: attachments.map((one) => one.title),
    signer: signedPost ?? authority,
    imprint:
      form === 'minutes' && copies.length === 0
        ? null
        : {
            copies: copies.length > 0 ? `抄送：${copies.join('，')}。` : null,
            by: printedBy ?? authority,
            on: `${date}印发`,
          },
    stamp: stampOf(said),
  }
}
