import { breakTitle, markSizeOf, type Official } from '../exchange/index.ts'
import { wallInChina } from '../places/rules.clock.ts'
import type { Whole } from './reports.ts'
import { fillIn, type State, type Values, valuesOf } from './rules.reports.ts'

const STAMP: Record<State, string | null> = {
  ...{ drafting: '草稿', submitted: '草稿', checked: '草稿', abandoned: '作废', sealed: '未发出', issued: null },
}

function momentWords(moment: Date): { date: string; hour: string } {
  const wall = wallInChina(moment)
  const minutes = wall.getUTCMinutes()
  return {
    date: `${wall.getUTCFullYear()}年${wall.getUTCMonth() + 1}月${wall.getUTCDate()}日`,
    hour: `${wall.getUTCHours()}时${minutes === 0 ? '' : `${String(minutes).padStart(2, '0')}分`}`,
  }
}

export const officeOf = (area: string): string => `${area}疫情防控工作领导小组办公室`

export function officialOf(
  report: Whole,
  before: Values | null,
  { area, to }: { area: string; to: string | null },
): Official {
  const { date, hour } = momentWords(report.asOf)
  const values = valuesOf(report.counted)
  const text = (zh: string) => fillIn(zh, values, before, 'zh')
  const said = report.knownBy && momentWords(report.knownBy)
  const known = said ? `各数按${said.date}${said.hour}前收到的记录统计。` : ''
  const office = officeOf(area)
  const body = report.blocks.flatMap(({ heading, zh }, at) => [
    { level: 1, label: `${HAN[at] ?? at + 1}、`, head: heading.zh, rest: '' },
    { level: 0, label: '', head: '', rest: text(zh) },
  ])
  const sealed = report.sha256 ? `封存第${report.sealNumber}号，校验值${report.sha256.toString('hex')}。` : null
  return {
    ...{ form: 'standard', title: report.title, titleLines: breakTitle(report.title), secrecy: null, urgency: null },
    ...{
      mark: `${office}疫情报告`,
      markSize: markSizeOf(`${office}疫情报告`),
      to: to && `${to}：`,
      attachments: [],
      sealed: true,
    },
    number: report.sealNumber ? `第${report.sealNumber}期` : '第×期',
    body: [{ level: 0, label: '', head: '', rest: `截至${date}${hour}，${area}疫情防控情况如下。${known}` }, ...body],
    ...{ authority: office, signer: office, date, note: sealed, stamp: STAMP[report.state] },
    imprint: { copies: null, by: office, on: `${momentWords(report.sealedAt ?? report.countedAt).date}印发` },
  }
}
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
