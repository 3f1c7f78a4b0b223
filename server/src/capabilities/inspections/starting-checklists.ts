import { QuestionnaireDraft } from '../visits/index.ts'

type Line = readonly [linkId: string, zh: string, en: string, kind?: 'whole' | 'text']
const checklist = (zh: string, en: string, lines: readonly Line[]) =>
  QuestionnaireDraft.parse({
    zh,
    en,
    questions: lines.map(([linkId, asked, askedEn, kind], nth) => ({
      linkId,
      prefix: String(nth + 1),
      zh: asked,
      en: askedEn,
      kind: kind ?? 'yes-no',
      asked: 'place',
      required: kind === undefined,
    })),
  })
const REMARK: Line = ['remark', '其他情况(不写姓名)', 'Anything else (no names)', 'text']

/** Version 1 for a county that has not written its own. "Yes" is as it should be. Never changed: a better one is the county's version 2. */
export const startingChecklists = {
  'inspect-township': checklist('乡镇督导清单', 'Checklist for a township', [
    ['leaders-on-duty', '班子成员在岗带班', 'Leaders are on duty'],
    ['rota-kept', '值班表和交接记录齐全', 'The rota and hand-over notes are complete'],
    ['orders-passed-on', '县里的指令当天转到各村', 'Orders reach every village the same day'],
    ['reports-in-time', '日报按时上报', 'Daily reports are in time'],
    ['villages-visited', '今日走到的村数', 'Villages visited today', 'whole'],
    REMARK,
  ]),
  'inspect-village': checklist('村、社区督导清单', 'Checklist for a village or community', [
    ['turn-back-point', '劝返点有人值守、有登记', 'The turn-back point is staffed and keeps a list'],
    ['chain-known', '包户责任人知道自己包哪些户', 'Those who answer for households know which'],
    ['returned-watched', '返乡人员按要求测温', 'Those who came back are measured as required'],
    ['loudspeaker', '大喇叭每天广播', 'The loudspeaker is used every day'],
    ['no-gatherings', '没有聚餐、打牌等聚集', 'Nobody gathers for meals or cards'],
    ['disinfected', '公共区域按时消毒', 'Public places are disinfected in time'],
    REMARK,
  ]),
  'inspect-checkpoint': checklist('检查点督导清单', 'Checklist for a checkpoint', [
    ['staffed', '三班人员到位', 'All three shifts are there'],
    ['masks-worn', '值守人员防护规范', 'The shift is protected as required'],
    ['thermometer', '测温设备可用并有备用', 'Thermometers work, with one to spare'],
    ['every-vehicle', '逢车必检、逢人必测', 'Every vehicle and everybody is checked'],
    ['fever-path', '发热移交流程清楚', 'What to do with a fever is clear'],
    ['screened-last-hour', '最近一小时检查人数', 'People checked in the last hour', 'whole'],
    REMARK,
  ]),
  'inspect-compound': checklist('小区督导清单', 'Checklist for a compound', [
    ['one-gate', '只留一个出入口', 'One gate only is open'],
    ['pass-checked', '凭证出入、测温登记', 'Passes and temperatures are checked'],
    ['group-leader', '楼栋长在岗', 'The group leader is there'],
    ['disinfected', '电梯和楼道消毒有记录', 'Lifts and stairs are disinfected, with a record'],
    REMARK,
  ]),
  'inspect-site': checklist('集中隔离点督导清单', 'Checklist for an isolation site', [
    ['zones', '三区划分清楚', 'The three zones are kept apart'],
    ['one-a-room', '一人一间', 'One person a room'],
    ['readings-twice', '每天两次测温有记录', 'Readings twice a day, with a record'],
    ['waste', '医疗废物单独收运', 'Medical waste is kept and taken apart'],
    REMARK,
  ]),
  'inspect-venue': checklist('商超等场所督导清单', 'Checklist for a shop or other venue', [
    ['entrance-measured', '入口测温', 'Temperatures are taken at the entrance'],
    ['masks-required', '顾客和员工戴口罩', 'Customers and staff wear masks'],
    ['stock', '米面油菜供应充足', 'Rice, flour, oil and vegetables are in stock'],
    ['prices', '明码标价、没有哄抬', 'Prices are marked and not driven up'],
    ['disinfected', '每天消毒通风', 'Disinfected and aired every day'],
    REMARK,
  ]),
}
