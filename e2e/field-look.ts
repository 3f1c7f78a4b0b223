import type { Page } from 'playwright-core'
import { violationsOf } from './accessible.ts'
import { phoneContext } from './field-stage.ts'

export async function opened(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, `#/${path}`)
  await page.locator('main:not([aria-busy])').first().waitFor()
}

/** What a thumb in a glove would miss. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main button, main select, main input:not([type=file]), main a.door, .tabs a',
      ),
    ]
      .filter((one) => one.checkVisibility())
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 47.5 || box.width < 32)
      .map(({ one, box }) => `${one.outerHTML.slice(0, 90)} ${Math.round(box.width)}×${Math.round(box.height)}`),
  )

/** Whatever stands on this page against WCAG 2.2, is too small for a glove, or has to be pushed sideways on 320 px. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const found = [...(await violationsOf(page)), ...(await small(page))]
  const shots = process.env['SHOTS']
  if (shots) {
    for (const [width, height] of [
      [390, 844],
      [320, 568],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: `${shots}/${name.replace(/\/.{20,}/, '-one').replace(/[/ ]/g, '-')}-${width}.png` })
    }
  }
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  if (wide > 320) found.push(`is ${wide} wide`)
  await page.setViewportSize(phoneContext.viewport)
  return found.map((one) => `${name}: ${one}`)
}
