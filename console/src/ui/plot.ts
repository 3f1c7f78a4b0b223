import type { ChartInk } from './chart.tsx'

/** Drawn on the canvas: no text that people typed is ever put into the page as markup. */
export const tooltipOf = (ink: ChartInk) => ({
  renderMode: 'richText' as const,
  backgroundColor: ink.surface,
  borderColor: ink.line2,
  textStyle: { color: ink.ink, fontFamily: ink.font },
})

interface Axis {
  axisLabel?: object
  [option: string]: unknown
}
interface Plot {
  /** Pixels, with room for the legend and the name of the upright axis. */
  top: number
  right?: number
  bottom?: number
  /** Bars are pointed at by their whole width. */
  bars?: true
  x: Axis
  y?: Axis
}

/** What all charts of something along days or hours have in common: the frame, the axes and what is told on pointing. */
export const plotOf = (ink: ChartInk, { top, right = 16, bottom = 4, bars, x, y = {} }: Plot) => ({
  animation: false,
  aria: { enabled: false },
  textStyle: { fontFamily: ink.font, color: ink.ink2 },
  grid: { left: 8, right, top, bottom, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  tooltip: {
    trigger: 'axis',
    ...tooltipOf(ink),
    ...(bars ? { axisPointer: { type: 'shadow', shadowStyle: { color: ink.line, opacity: 0.4 } } } : {}),
  },
  xAxis: {
    type: 'category',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink.line2 } },
    ...x,
    axisLabel: { color: ink.ink2, ...x.axisLabel },
  },
  yAxis: {
    type: 'value',
    nameTextStyle: { color: ink.ink2, align: 'left' },
    splitLine: { lineStyle: { color: ink.line } },
    ...y,
    axisLabel: { color: ink.ink2, ...y.axisLabel },
  },
})

/** A horizontal axis that says what its days are. */
export const named = (name: string) => ({ name, nameLocation: 'middle', nameGap: 26 })
