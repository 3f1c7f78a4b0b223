import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { zh } from './zh/zh.ts'

export type Language = 'zh' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'console'
    resources: { console: typeof zh }
  }
}

const KEY = 'qunfang.language'

export const language = (): Language => (i18next.language === 'en' ? 'en' : 'zh')

export async function startLanguage() {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    ns: ['console'],
    defaultNS: 'console',
    resources: { zh: { console: zh } },
    interpolation: { escapeValue: false },
  })
  if (localStorage.getItem(KEY) === 'en') await speak('en')
}

/** Chinese is in the first bundle; English arrives when somebody asks for it. */
export async function speak(wanted: Language) {
  if (wanted === 'en' && !i18next.hasResourceBundle('en', 'console')) {
    const { en } = await import('./en/en.ts')
    i18next.addResourceBundle('en', 'console', en)
  }
  localStorage.setItem(KEY, wanted)
  document.documentElement.lang = wanted === 'en' ? 'en' : 'zh-CN'
  await i18next.changeLanguage(wanted)
}
