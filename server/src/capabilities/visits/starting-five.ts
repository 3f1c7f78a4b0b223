import type { Draft } from './schema.questionnaires.ts'
import { Draft as DraftSchema } from './schema.questionnaires.ts'

const yes = { operator: '=', answer: true } as const
const means = [
  ['rail', '火车', 'Train'],
  ['air', '飞机', 'Plane'],
  ['coach', '客车', 'Coach'],
  ['own-car', '自家车', 'Own car'],
  ['hired-car', '包车或顺风车', 'Hired or shared car'],
  ['ship', '船', 'Ship'],
  ['other', '其他', 'Other'],
] as const
/** Whoever travelled is asked how. */
const travelled = {
  within: 'how-travelled',
  asked: 'person',
  every: false,
  when: [
    { question: 'travelled', ...yes },
    { question: 'been-there', operator: '!=', answer: 'no' },
  ],
} as const

/** Version 1 for a county that has not decided what it asks. Never changed: a better one is the county's version 2. */
export const STARTING_KEY = 'five-questions'
export const startingFive: Draft = DraftSchema.parse({
  zh: '入户五问',
  en: 'The five questions at the door',
  questions: [
    {
      linkId: 'been-there',
      prefix: '1',
      zh: '近期去过或途经湖北等疫情发生地区吗?',
      en: 'Been to, or passed through, Hubei or another affected area?',
      kind: 'choice',
      required: true,
      options: [
        { code: 'no', zh: '没有', en: 'No' },
        { code: '4201', zh: '武汉', en: 'Wuhan' },
        { code: '42', zh: '湖北其他地方', en: 'Elsewhere in Hubei' },
        { code: 'other', zh: '其他疫情发生地区', en: 'Another affected area' },
      ],
      opens: [
        {
          operator: '!=',
          answer: 'no',
          kind: 'travel',
          fills: { from: 'been-there', arrivedOn: 'when', means: 'by-what' },
        },
      ],
    },
    {
      linkId: 'met-from-there',
      prefix: '2',
      zh: '接触过从疫情发生地区来的人吗?',
      en: 'Been in contact with people from there?',
      kind: 'yes-no',
      required: true,
      opens: [{ ...yes, kind: 'contact' }],
    },
    {
      linkId: 'symptoms',
      prefix: '3',
      zh: '有发热、咳嗽、乏力吗?',
      en: 'Fever, cough or weakness?',
      kind: 'choice',
      many: true,
      required: true,
      options: [
        { code: 'none', zh: '没有', en: 'None' },
        { code: 'fever', zh: '发热', en: 'Fever' },
        { code: 'cough', zh: '咳嗽', en: 'Cough' },
        { code: 'weakness', zh: '乏力', en: 'Weakness' },
      ],
      opens: [
        { operator: '=', answer: 'fever', kind: 'fever' },
        { operator: '=', answer: 'cough', kind: 'health' },
        { operator: '=', answer: 'weakness', kind: 'health' },
      ],
    },
    {
      linkId: 'who-lives-here',
      prefix: '4',
      zh: '家里现在住着谁?1 月 15 日以来谁来过、谁离开?',
      en: 'Who lives here, and who came or left since 15 January?',
      kind: 'group',
      asked: 'household',
    },
    {
      linkId: 'living-here',
      within: 'who-lives-here',
      zh: '现住人数',
      en: 'People living here now',
      kind: 'whole',
      asked: 'household',
      required: true,
    },
    {
      linkId: 'came-or-left',
      within: 'who-lives-here',
      zh: '有人来过或离开',
      en: 'Somebody came or left',
      kind: 'yes-no',
      asked: 'household',
      required: true,
      opens: [{ ...yes, kind: 'roster' }],
    },
    {
      linkId: 'who-came-or-left',
      within: 'who-lives-here',
      zh: '是谁,什么时候',
      en: 'Who, and when',
      kind: 'text',
      asked: 'household',
      when: [{ question: 'came-or-left', ...yes }],
    },
    {
      linkId: 'how-travelled',
      prefix: '5',
      zh: '什么时候、怎么来去,接着去哪里?',
      en: 'When and how travelled, and where to next?',
      kind: 'group',
    },
    {
      linkId: 'travelled',
      within: 'how-travelled',
      zh: '1 月 15 日以来出过县或从外地回来',
      en: 'Left or came back to the county since 15 January',
      kind: 'yes-no',
      required: true,
    },
    { ...travelled, linkId: 'when', zh: '到家日期', en: 'Day of arrival', kind: 'day' },
    {
      ...travelled,
      linkId: 'by-what',
      zh: '交通方式',
      en: 'Means',
      kind: 'choice',
      options: means.map(([code, zh, en]) => ({ code, zh, en })),
    },
    { ...travelled, linkId: 'where-next', zh: '接着去哪里', en: 'Where to next', kind: 'text' },
  ],
})
