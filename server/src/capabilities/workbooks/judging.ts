import type { Ctx } from '../../kernel/operation.ts'
import { findDivisions, recordDivisions } from '../places/index.ts'
import { wordsOf } from './comparing.ts'
import { judgeHouseholds } from './judging.households.ts'
import { judgePosts } from './judging.posts.ts'
import type { SheetKey } from './rules.sheets.ts'
import { type DivisionUnit, Judged, type Part } from './rules.units.ts'
import { batchWithin } from './within.ts'

/** Rows of one part, judged by the operations that load them: a preview is the same work, taken back afterwards. */
export async function judgePart(ctx: Ctx, part: Part, recordedAt: string): Promise<Judged> {
  const judged = new Judged()
  switch (part.kind) {
    case 'divisions':
      await judgeDivisions(ctx, part.units, judged, part.letters.divisions ?? {})
      return judged
    case 'households':
      await judgeHouseholds(ctx, part, judged, recordedAt)
      return judged
    case 'posts':
      await judgePosts(ctx, part, judged)
      return judged
    default:
      return part satisfies never
  }
}

async function judgeDivisions(
  ctx: Ctx,
  units: readonly DivisionUnit[],
  judged: Judged,
  letters: Record<string, string>,
): Promise<void> {
  const there = await findDivisions(
    ctx.tx,
    units.map(({ code }) => code),
  )
  const sheet: SheetKey = 'divisions'
  const different: DivisionUnit[] = []
  for (const unit of units) {
    const known = there.get(unit.code)
    if (known?.name === unit.name && known.level === unit.level) judged.count(sheet, 'same')
    else different.push(unit)
  }
  const verdicts = await batchWithin(
    ctx,
    recordDivisions,
    different.map(({ row: _, ...item }) => item),
  )
  for (const [at, { row, code }] of different.entries()) {
    const verdict = verdicts[at]
    if (!verdict) throw new Error('workbooks: a division got no verdict')
    if (!verdict.ok) {
      const outcome = there.has(code) ? 'conflict' : 'rejected'
      judged.find({ sheet, row, outcome, column: letters['code'] ?? '', ...wordsOf(verdict.problem) })
    } else if (there.has(code)) {
      const words = {
        zh: '名称与现有的不同,将改为文件中的名称',
        en: 'The name differs and becomes the one of the file',
      }
      judged.find({ sheet, row, outcome: 'changed', column: letters['name'] ?? '', ...words })
    } else judged.count(sheet, 'new')
  }
}
