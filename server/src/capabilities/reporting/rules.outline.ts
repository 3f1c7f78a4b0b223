import { isKnownFigure, tokensIn } from './rules.reports.ts'

export interface Block {
  heading: { zh: string; en: string }
  zh: string
  en: string
}

const OUTLINE: readonly Block[] = [
  {
    heading: { zh: '检查站', en: 'Checkpoints' },
    zh: '全县设检测站点{stations}个、检查劝返点{turn-back-points}个。累计排查{screened}人，检查车辆{vehicles}辆，劝返{turned-back}人。检出发热{fevers}人，已排除{fevers-excluded}人，待排除{fevers-open}人。',
    en: 'The county has {stations|detection station|detection stations} and {turn-back-points|turn-back point|turn-back points}. {screened|person was|people were} screened and {vehicles|vehicle|vehicles} checked; {turned-back|person was|people were} turned back. {fevers|fever was|fevers were} found, {fevers-excluded} of them excluded and {fevers-open} without an outcome yet.',
  },
  {
    heading: { zh: '重点人员排查', en: 'People from affected areas' },
    zh: '从湖北来或途经湖北返回{from-hubei}人，其中从武汉来或途经武汉返回{from-wuhan}人，与其密切接触者{contacts-wuhan}人；与上述两类人员密切接触者{contacts-both}人；到过华南海鲜市场一千米以内{near-huanan-market}人。从湖北以外来或外出返回{from-elsewhere}人。核查部门名单{comparisons}人次。',
    en: '{from-hubei|person|people} came from or through Hubei, {from-wuhan} of them from or through Wuhan with {contacts-wuhan|close contact|close contacts}; both groups have {contacts-both|close contact|close contacts}. {near-huanan-market} had been within a kilometre of the Huanan market. {from-elsewhere} came or returned from elsewhere. {comparisons|entry of agency lists was|entries of agency lists were} verified.',
  },
  {
    heading: { zh: '网格责任', en: 'Responsibility' },
    zh: '四级包联已落实{households-covered}户，未落实{households-uncovered}户；责任岗位{responsibility-posts}个，空岗{posts-vacant}个。小组长{group-leaders}名，志愿者{volunteers}名，管楼包户机关干部{resident-cadres}名，包户干部{household-cadres}名，派驻机关干部{posted-department}名、社区街道{posted-community}名。',
    en: '{households-covered|household has|households have} somebody at all four levels and {households-uncovered|does|do} not; of {responsibility-posts|post|posts} {posts-vacant|is|are} vacant. The county counts {group-leaders|group leader|group leaders}, {volunteers|volunteer|volunteers}, {resident-cadres|cadre|cadres} for stairwells, {household-cadres} for households, and {posted-department} and {posted-community} staff posted by departments and communities.',
  },
  {
    heading: { zh: '病例与发热', en: 'Cases and fevers' },
    zh: '累计确诊{confirmed}例，累计疑似{suspected}例，现有疑似{suspected-now}例，无症状感染者{asymptomatic}例。其他途径发现发热{fevers-elsewhere}人，已排除{fevers-elsewhere-excluded}人。',
    en: '{confirmed|case was|cases were} confirmed and {suspected} suspected, of whom {suspected-now|still is|still are}; {asymptomatic|infected person has|infected people have} no symptoms. {fevers-elsewhere|fever was|fevers were} found elsewhere, {fevers-elsewhere-excluded} of them excluded.',
  },
  {
    heading: { zh: '隔离观察', en: 'Isolation' },
    zh: '现有居家隔离{isolated-home}人，集中隔离{isolated-central}人；累计采取隔离{isolation-ordered}人次，解除{isolation-released}人次。当日体温监测{readings-taken}人次，异常{readings-abnormal}人次。集中隔离点可用房间{site-rooms}间，可入住{site-rooms-free}间。',
    en: '{isolated-home|person is|people are} isolated at home and {isolated-central} in central places; {isolation-ordered|was|were} put into isolation and {isolation-released} released. {readings-taken|check was|checks were} made that day, {readings-abnormal} of them abnormal. Of {site-rooms|room|rooms} in isolation sites {site-rooms-free|is|are} free.',
  },
  {
    heading: { zh: '指挥与措施', en: 'Command and measures' },
    zh: '累计印发指令{orders-issued}件、通告{public-notices-issued}件、工作提示函{work-letters-issued}期、通知{circulars-issued}件。措施任务{tasks-given}项，已完成{tasks-done}项，逾期{tasks-late}项。开展督导检查{inspections}次，发现问题{inspection-findings}个，已复查通过{inspection-findings-passed}个。',
    en: '{orders-issued|order|orders}, {public-notices-issued|public notice|public notices}, {work-letters-issued|work letter|work letters} and {circulars-issued|circular|circulars} were issued. Of {tasks-given|task|tasks} {tasks-done|is|are} done and {tasks-late} late. {inspections|inspection|inspections} found {inspection-findings|thing|things} to put right; {inspection-findings-passed|has|have} passed the re-check.',
  },
  {
    heading: { zh: '关停管控', en: 'Closures' },
    zh: '应关停场所{venues-to-close}家，检查确认关停{venues-closed}家，仍在营业{venues-in-breach}家。取消集体活动{gatherings-called-off}场，停运客运线路{lines-suspended}条。',
    en: 'Of {venues-to-close|venue|venues} to be closed {venues-closed|was|were} found closed and {venues-in-breach} open. {gatherings-called-off|gathering is|gatherings are} called off and {lines-suspended|line|lines} of transport suspended.',
  },
  {
    heading: { zh: '物资与经费', en: 'Supplies and funds' },
    zh: '财政拨付经费{funds-appropriated}元。县级库存防护服{stock-protective-suits}件，外科口罩{stock-surgical-masks}个，N95口罩{stock-n95}个，防护镜{stock-goggles}副，消毒液{stock-disinfectant-84}吨，体温枪{stock-thermometer-guns}把。粮食经营场所{grain-outlets}家，库存米面{outlets-grain}吨、食用油{outlets-oil}桶；大型超市粮食{supermarkets-grain}袋、食用油{supermarkets-oil}桶；储备大米{reserve-rice}吨、面粉{reserve-flour}吨、食用油{reserve-oil}吨。',
    en: 'The budgets gave {funds-appropriated} yuan. The county’s depots hold {stock-protective-suits|suit|suits}, {stock-surgical-masks|surgical mask|surgical masks}, {stock-n95|respirator|respirators}, {stock-goggles|pair|pairs} of goggles, {stock-disinfectant-84|tonne|tonnes} of disinfectant and {stock-thermometer-guns|thermometer|thermometers}. {grain-outlets|grain outlet holds|grain outlets hold} {outlets-grain|tonne|tonnes} of rice and flour and {outlets-oil|barrel|barrels} of oil; supermarkets {supermarkets-grain|bag|bags} and {supermarkets-oil|barrel|barrels}; the reserve {reserve-rice|tonne|tonnes} of rice, {reserve-flour} of flour and {reserve-oil} of oil.',
  },
  {
    heading: { zh: '宣传与舆情', en: 'Public information' },
    zh: '印发宣传单{leaflets}期，发布宣传稿{publicity-pieces}件、法律提示{legal-notices}件，大喇叭播放过的村{villages-heard}个。',
    en: '{leaflets|leaflet|leaflets}, {publicity-pieces|piece|pieces} and {legal-notices|legal notice|legal notices} were published; loudspeakers have played in {villages-heard|village|villages}.',
  },
]

/** What a new report begins with; a paragraph stands only where the county counts everything it names. */
export const outline = (): Block[] =>
  OUTLINE.filter(({ zh, en }) => [...tokensIn(zh), ...tokensIn(en)].every(({ figure }) => isKnownFigure(figure)))
