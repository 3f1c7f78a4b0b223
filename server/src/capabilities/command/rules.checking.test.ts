import { describe, expect, test } from 'vitest'
import { checkDraft, type Known } from './rules.checking.ts'
import { hanNumber, labelled } from './rules.documents.ts'
import { Content } from './schema.documents.ts'

const known: Known = {
  kind: 'circular',
  form: 'standard',
  codes: ['试疫防指', '防指'],
  documents: new Map([['试疫防指〔2020〕2号', { state: 'issued', points: 8 }]]),
  files: new Set(),
  supersedes: new Map(),
}
const right = {
  title: '试验县疫情防控工作领导小组关于做好几项具体工作的通知',
  to: ['各乡镇人民政府'],
  body: [{ level: 0, text: '按照试疫防指〔2020〕2号第八条，自2020年1月24日起执行。' }],
}
const codes = (given: object, about: Partial<Known> = {}) =>
  checkDraft(Content.parse({ ...right, ...given }), { ...known, ...about }).map(({ code }) => code)
const saying = (text: string) => codes({ body: [{ level: 0, text }] })

test('a draft as it should be has no remarks', () => {
  expect(codes({})).toEqual([])
})

describe('what is wrong is named', () => {
  test.each([
    ['a title without its kind', { title: '关于做好几项具体工作' }, ['title-kind', 'title-about']],
    ['a title that does not say what it is about', { title: '试验县工作通知' }, ['title-about']],
    ['a stop after the title', { title: `${right.title}。` }, ['title-kind', 'title-punctuation']],
    ['no recipient', { to: [] }, ['addressee-missing']],
    ['a recipient twice', { to: ['东镇', '东镇'] }, ['addressee-twice']],
    ['a copy for a recipient', { copies: ['各乡镇人民政府'] }, ['copy-twice']],
    ['no text', { body: [] }, ['body-missing']],
    [
      'an attachment without its file',
      { attachments: [{ id: crypto.randomUUID(), title: '《分工》' }] },
      ['attachment-file', 'attachment-punctuation', 'attachment-unmentioned'],
    ],
    ['something unknown to supersede', { supersedes: [crypto.randomUUID()] }, ['supersedes-unknown']],
    ['a lone point', { body: [{ level: 1, text: '禁止聚餐' }] }, ['point-alone']],
    [
      'a level left out',
      {
        body: [
          { level: 2, text: '甲' },
          { level: 2, text: '乙' },
        ],
      },
      ['level-skipped'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(codes(given)).toEqual(expected)
  })

  test.each([
    ['冀政〔2020〕01号要求', 'number-form'],
    ['冀政〔2020〕第1号要求', 'number-form'],
    ['冀政[2020]1号要求', 'number-brackets'],
    ['冀政（2020）1号要求', 'number-brackets'],
    ['冀政【2020】1号要求', 'number-brackets'],
    ['冀政〔20〕1号要求', 'number-year'],
    ['自2020年01月24日起', 'date-zero'],
    ['自2020年1月04日起', 'date-zero'],
    ['自2020-01-24起', 'date-form'],
    ['自2020.1.24起', 'date-form'],
    ['自二〇二〇年一月起', 'date-han'],
    ['自2020年2月30日起', 'date-impossible'],
    ['一、禁止聚餐', 'label-typed'],
    ['（一）禁止聚餐', 'label-typed'],
    ['1．禁止聚餐', 'label-typed'],
    ['（此页无正文）', 'page-empty'],
    ['分工见附件。', 'attachment-note'],
    ['张某13082219700101001X在家', 'person-number'],
    ['停业,停课', 'half-width'],
    ['按照试疫防指〔2020〕2号第九条', 'measure-unknown'],
    ['按照试疫防指〔2020〕7号', 'cited-unknown'],
  ])('“%s”: %s', (text, code) => {
    expect(saying(text)).toEqual([code])
  })

  test('a leap day is a day, a decimal is no label, and a number of another organ is nobody’s to check', () => {
    expect(saying('自2020年2月29日起，体温37.3℃以上的，按冀防领〔2020〕3号办理。')).toEqual([])
    expect(saying('3.5公里以内')).toEqual([])
  })

  test('each kind has rules of its own', () => {
    const notice = { kind: 'notice' as const }
    expect(codes({ title: '关于封闭管理的通告' }, notice)).toEqual(['addressee-unwanted'])
    expect(codes({ title: '关于封闭管理的通告', to: [], secrecy: '秘密' }, notice)).toEqual(['secret-public'])
    const request = { title: '关于拨付经费的请示', to: ['市政府', '市财政局'] }
    expect(codes(request, { kind: 'request' })).toEqual(['request-one'])
    const report = { title: '关于防控情况的报告', body: [{ level: 0, text: '以上妥否，请批示。' }] }
    expect(codes(report, { kind: 'report' })).toEqual(['report-asks'])
  })
})

test('points are counted within the point above them', () => {
  const levels = [1, 2, 2, 0, 3, 4, 4, 1, 2]
  expect(labelled(levels.map((level) => ({ level, text: '' }))).map(({ label }) => label)).toEqual([
    '一、',
    '（一）',
    '（二）',
    '',
    '1．',
    '（1）',
    '（2）',
    '二、',
    '（一）',
  ])
  expect([10, 11, 20, 34, 100, 102, 110].map(hanNumber)).toEqual([
    '十',
    '十一',
    '二十',
    '三十四',
    '一百',
    '一百零二',
    '一百一十',
  ])
})
