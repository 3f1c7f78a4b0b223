import type { Status } from './rules.course.ts'
import type { Explanation } from './rules.evidence.ts'
import type { Missing } from './rules.samples.ts'

const names: Record<Status, string> = {
  fever: '发热 fever',
  suspected: '疑似 suspected',
  confirmed: '确诊 confirmed',
  asymptomatic: '无症状感染 asymptomatic',
  excluded: '已排除 excluded',
}
export const statusWords = (status: Status): string => names[status]

/** What is lacking for an exclusion, as a sentence in both languages. */
export function missingIn(missing: readonly Missing[]): { zh: string; en: string } {
  if (missing.length === 0)
    return { zh: '本版方案没有阴性排除的规定', en: 'this edition has no exclusion by negatives' }
  const said = missing.map(({ code, have, need }) => {
    switch (code) {
      case 'positive':
        return { zh: '最近的检测结果为阳性', en: 'the latest test is positive' }
      case 'negatives':
        return {
          zh: `须有 ${need} 次呼吸道核酸阴性,现有 ${have} 次`,
          en: `${need} negative respiratory PCR tests are needed, there are ${have}`,
        }
      case 'gap':
        return {
          zh: `阴性标本的采样时间须相隔 ${need} 小时以上,现相隔 ${have} 小时`,
          en: `the negatives have to be sampled at least ${need} h apart, they are ${have} h apart`,
        }
      case 'onset':
        return {
          zh: `须先登记发病日期,才能判断第 ${need} 天的抗体`,
          en: `the antibodies of day ${need} need a day of onset`,
        }
      case 'antibody':
        return {
          zh: '发病满 7 天后所采标本的 IgM 和 IgG 均须为阴性',
          en: 'IgM and IgG both have to be negative in a sample from seven days after onset on',
        }
      default:
        return code satisfies never
    }
  })
  return { zh: said.map(({ zh }) => zh).join(';'), en: said.map(({ en }) => en).join('; ') }
}

/** "1 item of the history and 2 findings": what makes it a suspected case, or that it does not. */
export function because({ counted, suspected, confirmed, confirming, history }: Explanation): {
  zh: string
  en: string
} {
  const lab = confirming.filter(({ present }) => present)
  if (confirmed) {
    return {
      zh: `有确诊依据:${lab.map(({ zh }) => zh).join('、')}`,
      en: `confirmed by the laboratory: ${lab.map(({ en }) => en).join(', ')}`,
    }
  }
  const zh = `${history.length > 0 ? `流行病学史 ${counted.history} 项 + ` : ''}临床表现 ${counted.findings} 项`
  const findings = `${counted.findings} ${counted.findings === 1 ? 'finding' : 'findings'}`
  const en = `${history.length > 0 ? `${counted.history} history ${counted.history === 1 ? 'item' : 'items'} + ` : ''}${findings}`
  return suspected
    ? { zh: `符合疑似:${zh}`, en: `suspected: ${en}` }
    : { zh: `不足以认定疑似:${zh}`, en: `no suspected case: ${en}` }
}
