import { type Cited, citationRemarks, numbersInText, writtenRemarks } from './rules.checking.texts.ts'
import { type DocumentForm, type DocumentKind, KIND_WORD, labelled, STATUTORY, type State } from './rules.documents.ts'
import { advise, type Remark, stop } from './rules.remarks.ts'

/** What of a document the checker looks at. */
export interface Content {
  title: string
  to: readonly string[]
  body: ReadonlyArray<{ level: number; text: string }>
  attachments: ReadonlyArray<{ id: string; title: string }>
  copies: readonly string[]
  secrecy: string | null
  note: string | null
  supersedes: readonly string[]
}
export interface Known extends Cited {
  kind: DocumentKind
  form: DocumentForm
  /** Files that were uploaded. */
  files: ReadonlySet<string>
  /** Of those that this one is to supersede. */
  supersedes: ReadonlyMap<string, { state: State }>
}

const WITHOUT_ADDRESSEE: ReadonlySet<DocumentKind> = new Set([
  ...(['notice', 'announcement', 'communique', 'command', 'resolution', 'open-letter', 'proposal', 'minutes'] as const),
])
const MAY_LACK_ADDRESSEE: ReadonlySet<DocumentKind> = new Set(['decision'])
const TO_EVERYBODY: ReadonlySet<DocumentKind> = new Set([
  'notice',
  'announcement',
  'communique',
  'open-letter',
  'proposal',
])
/** Where a title without 关于…的 is usual. */
const FREE_TITLE: ReadonlySet<DocumentKind> = new Set([
  'command',
  'notice',
  'announcement',
  'communique',
  'minutes',
  'open-letter',
  'proposal',
])

/** What is wrong with a draft, where, and what would be right. */
export function checkDraft(content: Content, known: Known): Remark[] {
  return [
    ...titleRemarks(content, known),
    ...addresseeRemarks(content, known),
    ...bodyRemarks(content),
    ...textsOf(content).flatMap(([path, text]) => [
      ...writtenRemarks(path, text),
      ...citationRemarks(path, text, known),
    ]),
    ...attachmentRemarks(content, known),
    ...supersedingRemarks(content, known),
  ]
}
export const stopsOf = (remarks: readonly Remark[]): Remark[] => remarks.filter(({ weight }) => weight === 'stop')

function textsOf({ title, to, body, copies, note }: Content): Array<[path: string, text: string]> {
  return [
    ['title', title],
    ...to.map((text, nth): [string, string] => [`to.${nth}`, text]),
    ...body.map(({ text }, nth): [string, string] => [`body.${nth}`, text]),
    ...copies.map((text, nth): [string, string] => [`copies.${nth}`, text]),
    ...(note ? [['note', note] as [string, string]] : []),
  ]
}

function titleRemarks({ title }: Content, { kind }: Known): Remark[] {
  const word = KIND_WORD[kind]
  const found: Remark[] = []
  if (!title.endsWith(word))
    found.push(
      stop(
        'title-kind',
        'title',
        `标题须以文种“${word}”结尾,后面不加标点。`,
        `The title has to end with its kind, ${word}, and nothing after it.`,
      ),
    )
  if (!FREE_TITLE.has(kind) && !/关于.+的/.test(title)) {
    const say = (STATUTORY as readonly string[]).includes(kind) ? stop : advise
    found.push(
      say(
        'title-about',
        'title',
        `标题由“关于……的${word}”构成,现在缺少事由。`,
        `A title says what it is about: 关于……的${word}.`,
      ),
    )
  }
  if (/[，。；！？,;!?]/.test(title))
    found.push(
      advise(
        'title-punctuation',
        'title',
        '标题中除书名号、顿号外一般不用标点。',
        'Apart from book marks and the enumeration comma a title has no punctuation.',
      ),
    )
  if ([...title].length > 60)
    found.push(
      advise(
        'title-long',
        'title',
        '标题过长,建议概括为两三行以内。',
        'The title is long; it should fit two or three lines.',
      ),
    )
  return found
}

function addresseeRemarks({ to, copies, body, secrecy }: Content, { kind }: Known): Remark[] {
  const found: Remark[] = []
  const none = WITHOUT_ADDRESSEE.has(kind)
  if (none && to.length > 0)
    found.push(
      stop(
        'addressee-unwanted',
        'to',
        `${KIND_WORD[kind]}面向社会,不写主送机关。`,
        `A ${KIND_WORD[kind]} has no main recipient.`,
      ),
    )
  if (!none && !MAY_LACK_ADDRESSEE.has(kind) && to.length === 0)
    found.push(
      stop('addressee-missing', 'to', '没有主送机关,请写明发给谁。', 'There is no main recipient; say whom it is for.'),
    )
  if (kind === 'request' && to.length > 1)
    found.push(stop('request-one', 'to', '请示只写一个主送机关。', 'A request goes to one recipient only.'))
  const twice = copies.findIndex((one) => to.includes(one))
  if (twice >= 0)
    found.push(
      stop(
        'copy-twice',
        `copies.${twice}`,
        '主送机关不再列入抄送。',
        'Who receives it as main recipient gets no copy as well.',
      ),
    )
  const again = to.findIndex((one, nth) => to.indexOf(one) < nth)
  if (again >= 0)
    found.push(stop('addressee-twice', `to.${again}`, '主送机关重复。', 'The same recipient stands there twice.'))
  if (secrecy && TO_EVERYBODY.has(kind))
    found.push(
      stop('secret-public', 'secrecy', '面向社会公布的公文不能标注密级。', 'What is for the public cannot be secret.'),
    )
  const asks = body.findIndex(({ text }) => /请(批示|审批|批准|批复)/.test(text))
  if (kind === 'report' && asks >= 0)
    found.push(
      stop(
        'report-asks',
        `body.${asks}`,
        '报告中不得夹带请示事项,请另行文。',
        'A report must not contain a request; write that separately.',
      ),
    )
  return found
}

const TYPED_LABEL =
  /^\s*([一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]|\d{1,2}[．.、](?!\d)|[（(]\d{1,2}[）)])/
function bodyRemarks({ body }: Content): Remark[] {
  if (body.length === 0) return [stop('body-missing', 'body', '没有正文。', 'There is no text.')]
  const found: Remark[] = []
  let above = 0
  body.forEach(({ level, text }, nth) => {
    const path = `body.${nth}`
    if (TYPED_LABEL.test(text))
      found.push(
        stop(
          'label-typed',
          path,
          '序号由层级自动编排,请删去手工序号并选择层级。',
          'Points are numbered by their level; take the typed number out and choose the level.',
        ),
      )
    if (/此页无正文/.test(text))
      found.push(
        stop(
          'page-empty',
          path,
          '不得用“此页无正文”,版式会自动处理落款。',
          'A page with nothing but the sign-off is avoided by the layout; do not write “此页无正文”.',
        ),
      )
    if (level > above + 1 && level > 1)
      found.push(
        advise(
          'level-skipped',
          path,
          '结构层次跳级,请依次使用“一、”“（一）”“1.”“（1）”。',
          'A level is left out: they follow 一、 （一） 1. （1）.',
        ),
      )
    if (level > 0) above = level
  })
  return [...found, ...lonePoints(body)]
}

function lonePoints(body: Content['body']): Remark[] {
  const marked = labelled(body)
  return marked.flatMap(({ level, label }, nth) => {
    if (level === 0 || !/[一1]/.test(label) || label.length > (level === 2 || level === 4 ? 3 : 2)) return []
    const rest = marked.slice(nth + 1).filter((one) => one.level > 0)
    const end = rest.findIndex((one) => one.level < level)
    const within = end < 0 ? rest : rest.slice(0, end)
    return within.some((one) => one.level === level)
      ? []
      : [
          advise(
            'point-alone',
            `body.${nth}`,
            '这一层只有一项,不必编号。',
            'This is the only point of its level; it needs no number.',
          ),
        ]
  })
}

function attachmentRemarks({ body, attachments }: Content, { files }: Known): Remark[] {
  const found = attachments.flatMap(({ id, title }, nth) => {
    const path = `attachments.${nth}`
    const own: Remark[] = []
    if (!files.has(id))
      own.push(
        stop(
          'attachment-file',
          path,
          `附件“${title}”还没有上传文件,或已作废。`,
          `The file of the attachment “${title}” was not uploaded, or is void.`,
        ),
      )
    if (/[。；，、.;,《》]$|^《/.test(title))
      own.push(
        stop(
          'attachment-punctuation',
          path,
          '附件名称后不加标点,也不加书名号。',
          'The name of an attachment has no punctuation after it and no book marks.',
        ),
      )
    return own
  })
  const mentions = body.findIndex(({ text }) => /附件/.test(text))
  if (mentions >= 0 && attachments.length === 0)
    found.push(
      stop(
        'attachment-note',
        `body.${mentions}`,
        '正文提到附件,但没有附件说明,请添加附件。',
        'The text speaks of an attachment, and there is none; add it.',
      ),
    )
  if (mentions < 0 && attachments.length > 0)
    found.push(
      advise(
        'attachment-unmentioned',
        'attachments',
        '正文没有提到附件,建议写“(见附件)”。',
        'The text does not mention its attachment.',
      ),
    )
  return found
}

function supersedingRemarks({ supersedes }: Content, known: Known): Remark[] {
  return supersedes.flatMap((id, nth) => {
    const state = known.supersedes.get(id)?.state
    if (state === 'issued') return []
    return [
      state
        ? stop(
            'supersedes-over',
            `supersedes.${nth}`,
            '要替代的公文已撤回或已被替代。',
            'What it is to supersede does not stand any more.',
          )
        : stop(
            'supersedes-unknown',
            `supersedes.${nth}`,
            '要替代的公文不存在。',
            'What it is to supersede is not known.',
          ),
    ]
  })
}

/** Numbers of the county's own that a draft mentions. */
export const numbersIn = (content: Content, codes: readonly string[]): string[] =>
  textsOf(content).flatMap(([, text]) => numbersInText(text, codes))
