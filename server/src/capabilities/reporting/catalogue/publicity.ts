import { figuresOf } from './figure.ts'

const pieces = (family: string) => ({ view: 'publicity_v1', sum: ['pieces'], where: { family } })

export const publicityFigures = figuresOf('publicity', [
  {
    name: 'leaflets',
    kind: 'cumulative',
    unit: 'piece',
    zh: '累计印发宣传单',
    en: 'Leaflets published',
    source: pieces('leaflet'),
  },
  {
    name: 'publicity-pieces',
    kind: 'cumulative',
    unit: 'piece',
    zh: '累计发布宣传稿',
    en: 'Broadcasts, letters, appeals and notices published',
    source: pieces('piece'),
  },
  {
    name: 'legal-notices',
    kind: 'cumulative',
    unit: 'piece',
    zh: '累计发布法律提示',
    en: 'Legal notices published',
    source: pieces('legal-notice'),
  },
  {
    name: 'rumours-answered-publicly',
    kind: 'cumulative',
    unit: 'piece',
    zh: '累计发布答疑',
    en: 'Answers published',
    source: pieces('answer'),
  },
  {
    name: 'villages-heard',
    kind: 'cumulative',
    unit: 'village',
    zh: '大喇叭播放过的村数',
    en: 'Villages where a loudspeaker has played',
    source: { view: 'plays_v1', sum: ['villages'] },
  },
  {
    name: 'plays',
    kind: 'cumulative',
    unit: 'play',
    zh: '大喇叭累计播放次数',
    en: 'Times that loudspeakers played',
    source: { view: 'plays_v1', sum: ['played'] },
  },
  {
    name: 'plays-missed',
    kind: 'cumulative',
    unit: 'play',
    zh: '大喇叭未播放次数',
    en: 'Times that loudspeakers did not play what was due',
    source: { view: 'plays_v1', sum: ['missed'] },
  },
])
