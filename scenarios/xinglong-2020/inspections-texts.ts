export type PlaceKind = 'township' | 'village' | 'checkpoint' | 'compound' | 'venue'

type Finding = readonly [linkId: string, severity: 'minor' | 'serious' | 'grave', what: string]

/** What a team finds wrong, by the question of the checklist that it answers. */
export const findingTexts: Record<PlaceKind, readonly Finding[]> = {
  township: [
    ['rota-kept', 'minor', '交接班记录漏记两班'],
    ['orders-passed-on', 'serious', '县指令转到村晚了一天'],
    ['reports-in-time', 'minor', '日报迟报'],
  ],
  village: [
    ['turn-back-point', 'serious', '劝返点夜间无人值守'],
    ['chain-known', 'minor', '包户责任人说不清所包户数'],
    ['loudspeaker', 'minor', '大喇叭当天没有广播'],
    ['no-gatherings', 'serious', '发现打牌聚集'],
    ['disinfected', 'minor', '公厕消毒没有记录'],
    ['returned-watched', 'grave', '返乡人员漏测体温'],
  ],
  checkpoint: [
    ['staffed', 'serious', '后半夜只有一人值守'],
    ['masks-worn', 'minor', '口罩佩戴不规范'],
    ['thermometer', 'serious', '额温枪低温失灵，没有备用'],
    ['every-vehicle', 'grave', '有车辆未检放行'],
  ],
  compound: [
    ['one-gate', 'serious', '侧门未封闭'],
    ['pass-checked', 'minor', '出入没有逐人登记'],
    ['disinfected', 'minor', '电梯消毒没有记录'],
  ],
  venue: [
    ['entrance-measured', 'serious', '入口没有测温'],
    ['masks-required', 'minor', '有顾客未戴口罩'],
    ['prices', 'serious', '蔬菜没有明码标价'],
  ],
}

export const venueNames = ['供销超市', '便民超市', '农贸市场', '药店', '加油站'] as const

/** Everything as it should be, but for what was found. */
export const questionsOf: Record<PlaceKind, readonly string[]> = {
  township: ['leaders-on-duty', 'rota-kept', 'orders-passed-on', 'reports-in-time'],
  village: ['turn-back-point', 'chain-known', 'returned-watched', 'loudspeaker', 'no-gatherings', 'disinfected'],
  checkpoint: ['staffed', 'masks-worn', 'thermometer', 'every-vehicle', 'fever-path'],
  compound: ['one-gate', 'pass-checked', 'group-leader', 'disinfected'],
  venue: ['entrance-measured', 'masks-required', 'stock', 'prices', 'disinfected'],
}
