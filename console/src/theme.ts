import type { ThemeConfig } from 'antd'
import { theme } from 'antd'
import { useSyncExternalStore } from 'react'

export type Shade = 'light' | 'dark'

const KEY = 'qunfang.shade'
const listeners = new Set<() => void>()

function shadeNow(): Shade {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'
}

export function startShade() {
  const kept = localStorage.getItem(KEY)
  const wanted = kept ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  document.documentElement.dataset.theme = wanted === 'dark' ? 'dark' : 'light'
}

export function turnShade() {
  const next: Shade = shadeNow() === 'dark' ? 'light' : 'dark'
  document.documentElement.dataset.theme = next
  localStorage.setItem(KEY, next)
  for (const tell of listeners) tell()
}

export function useShade(): Shade {
  return useSyncExternalStore((tell) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, shadeNow)
}

/** The colours of base.css, said again for Ant Design: its components work out hover and disabled shades from them. */
export function antTheme(shade: Shade): ThemeConfig {
  const dark = shade === 'dark'
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#4fa9a1' : '#0f5f5c',
      colorInfo: dark ? '#4fa9a1' : '#0f5f5c',
      colorError: dark ? '#e5675c' : '#b3261e',
      colorBgContainer: dark ? '#181f1e' : '#ffffff',
      colorBgElevated: dark ? '#1c2423' : '#ffffff',
      colorBorder: dark ? '#3b4745' : '#c9d0ca',
      colorTextBase: dark ? '#e4eae8' : '#1b2524',
      colorTextDescription: dark ? '#9caaa7' : '#566461',
      colorTextPlaceholder: dark ? '#8b9996' : '#66736f',
      borderRadius: 8,
      fontFamily: 'var(--font)',
      fontSize: 14,
      wireframe: false,
      // What has been answered stands at once: on a busy machine the end of a transition can stay away, and a button goes on being called "loading".
      motion: false,
    },
    components: {
      Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px', labelHeight: 24 },
      // White on the lighter green of the dark shade would be too faint to read.
      Button: {
        ...(dark ? { primaryColor: '#0d1716' } : {}),
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
    },
  }
}
