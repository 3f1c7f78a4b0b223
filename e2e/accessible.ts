import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

interface Finding {
  ruleId: string
  value: [string, string]
  message: string
  snippet: string
  node: Element
}
interface Checker {
  check(of: Document, guidelines: string[]): Promise<{ results: Finding[] }>
}
const require = createRequire(import.meta.url)
/** Put into a page, whose own policy would not let it in: the context has to pass that over. */
export const checkerSource = readFileSync(require.resolve('accessibility-checker-engine/ace-window.js'), 'utf8')

export const violationsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { ace_ibma: ace } = window as unknown as { ace_ibma: { Checker: new () => Checker } }
    const { results } = await new ace.Checker().check(document, ['WCAG_2_2'])
    return (
      results
        .filter(({ value: [level, outcome] }) => level === 'VIOLATION' && outcome === 'FAIL')
        // Neither does WCAG ask for the contrast of what cannot be used just now.
        .filter(
          ({ ruleId, node }) => ruleId !== 'text_contrast_sufficient' || !node.parentElement?.closest('[disabled]'),
        )
        .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 160)}`)
    )
  })
