import { type Closures, countClosures, planClosures } from './closures.ts'
import {
  circulars,
  directives,
  letters,
  notices,
  siteGroups,
  specialGroups,
  type Text,
  taskForces,
} from './command-texts.ts'
import { type Deeds, planDeeds } from './deeds.ts'
import type { FiguresFile } from './figures.ts'
import type { PostPlan, Ground as PostsGround } from './grid.ts'
import type { Division } from './plan.ts'
import { namedId } from './random.ts'

export interface DocumentPlan {
  id: string
  seriesId: string
  title: string
  to: string[]
  body: Array<{ level: number; text: string }>
  issuedAt: string
}
interface SeriesPlan {
  id: string
  code: string
  kind: 'directive' | 'notice' | 'circular' | 'work-letter'
  authority: string
}
export interface Command {
  county: string
  seed: string
  name: string
  offset: string
  series: SeriesPlan[]
  /** Of each series in the order of their numbers. */
  documents: DocumentPlan[]
  /** Posts that sit in the command; none where the file has no command. */
  postOf: Record<string, string>
  /** Leaders of the county who head a special group each. */
  leaderIds: string[]
  /** What became of the orders; nothing where there is no command. */
  deeds: Deeds | null
  /** What the documents keep shut; nothing where there are none. */
  closures: Closures | null
}

const kinds = [
  ['command.orders', 'directive', '指', '指令', directives],
  ['command.public-notices', 'notice', '通', '通告', notices],
  ['command.reminder-letters', 'work-letter', '函', '工作提示函', letters],
  ['command.notices', 'circular', '办', '通知', circulars],
] as const
const posts = [
  ['command-secretary', 'command-head', '县委书记'],
  ['command-magistrate', 'command-head', '县长'],
  ['command-office', 'command-office', '防控办主任'],
  ['command-duty-first', 'command-duty', '防控办值班一组'],
  ['command-duty-second', 'command-duty', '防控办值班二组'],
  ['command-duty-third', 'command-duty', '防控办值班三组'],
] as const
const figure = (file: FiguresFile, name: string): number => file.figures.find((one) => one.name === name)?.value ?? 0
const hasCommand = (file: FiguresFile): boolean => figure(file, 'command.orders') > 0
const postId = (seed: string, county: string, kind: string): string => namedId(seed, county, 'post', kind)

/** Those who lead, and those on duty, where the file says that there is a command. */
export function planCommandPosts(
  { file, county }: PostsGround,
  openedAt: string,
  holder: (division: string) => PostPlan['holder'],
): PostPlan[] {
  if (!hasCommand(file)) return []
  return posts.map(([key, kind, title]) => {
    const id = postId(file.seed, county, key)
    return { id, division: county, kind, title, openedAt, holder: holder(county), duties: [] }
  })
}

/** As many of each kind as the file counts, in the order of their days. Pure. */
export function planCommand(file: FiguresFile, county: string, divisions: readonly Division[] = []): Command {
  const { seed, calendar, county: named } = file
  const authority = `${named.zh}疫情防控工作领导小组`
  const series = kinds.map(([, kind, letter]): SeriesPlan => {
    const code = `${named.zh.slice(0, 1)}疫防${letter}`
    return {
      id: namedId(seed, county, 'series', kind),
      code,
      kind,
      authority: kind === 'circular' ? `${authority}办公室` : authority,
    }
  })
  const documents = kinds.flatMap(([name, kind, , word, texts]) =>
    texts.slice(0, figure(file, name)).map((text, nth): DocumentPlan => {
      const own = series.find((one) => one.kind === kind)
      return documentOf(text, {
        id: namedId(seed, county, 'document', kind, nth),
        seriesId: own?.id ?? '',
        title: `${own?.authority}关于${text[1]}的${word}`,
        to: kind === 'notice' ? [] : ['各乡镇人民政府', '县直各单位'],
        issuedAt: `2020-${text[0]}T${kind === 'directive' ? '10' : '16'}:00:00${calendar.offset}`,
      })
    }),
  )
  const known = hasCommand(file)
  const postOf = known ? Object.fromEntries(posts.map(([key]) => [key, postId(seed, county, key)])) : {}
  const leaderIds = divisions
    .filter(({ code }) => known && code.length === 9)
    .slice(0, specialGroups.length)
    .map(({ code }) => postId(seed, county, `county/${code}`))
  const orders = documents
    .filter(({ seriesId }) => seriesId === series[0]?.id)
    .map(({ id, issuedAt, body }) => {
      const points = body.filter(({ level }) => level === 1).map(({ text }) => text)
      return { id, issuedAt, points }
    })
  const deeds = divisions.length > 0 ? planDeeds(file, county, divisions, orders) : null
  const said = { county, seed, name: authority, offset: calendar.offset }
  const command = { ...said, series: known ? series : [], documents, postOf, leaderIds, deeds, closures: null }
  return divisions.length > 0 ? { ...command, closures: planClosures(file, command, divisions) } : command
}

function documentOf([, subject, points]: Text, said: Omit<DocumentPlan, 'body'>): DocumentPlan {
  const opening = { level: 0, text: `为${subject}，现就有关事项明确如下。` }
  return { ...said, body: [opening, ...points.map((text) => ({ level: 1, text }))] }
}

export const DUTY_DAYS = 25
const bodies = ({ postOf }: Command): number =>
  postOf['command-office'] ? 3 + specialGroups.length + taskForces.length + siteGroups.length : 0
/** Heads, duties with what was handed over, ladders with their turns, and plans. */
const organised = ({ leaderIds }: Command): number => 3 + leaderIds.length + 2 * DUTY_DAYS + 3 + 3 + 2
export const countCommand = (command: Command): number =>
  command.series.length === 0
    ? 0
    : command.series.length +
      command.documents.length +
      bodies(command) +
      organised(command) +
      countClosures(command.closures)
