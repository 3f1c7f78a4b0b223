import { figuresOf } from './figure.ts'

const of = (column: string) => ({ view: 'rumours_v2', sum: [column] })

export const rumoursFigures = figuresOf('rumours', [
  {
    name: 'rumours-found',
    kind: 'cumulative',
    unit: 'topic',
    zh: '发现的群众关切话题数',
    en: 'Topics people asked about',
    source: of('topics'),
  },
  {
    name: 'rumours-items',
    kind: 'cumulative',
    unit: 'item',
    zh: '话题涉及条数',
    en: 'Items heard of these topics',
    source: of('items'),
  },
  {
    name: 'rumours-answered',
    kind: 'cumulative',
    unit: 'topic',
    zh: '其中已公开答复',
    en: 'Of which answered in public',
    subsetOf: 'rumours-found',
    source: of('answered'),
  },
  {
    name: 'rumours-answered-in-time',
    kind: 'cumulative',
    unit: 'topic',
    zh: '其中发现后5小时内答复',
    en: 'Of which answered within five hours',
    subsetOf: 'rumours-answered',
    source: of('in_five_hours'),
  },
  {
    name: 'rumours-open',
    kind: 'stock',
    unit: 'topic',
    zh: '尚未答复的话题数',
    en: 'Topics without an answer',
    source: of('open'),
  },
  {
    name: 'rumours-past-five-hours',
    kind: 'stock',
    unit: 'topic',
    zh: '其中发现已超过5小时',
    en: 'Of which found more than five hours ago',
    subsetOf: 'rumours-open',
    source: of('past_five_hours'),
  },
])
