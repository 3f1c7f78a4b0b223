import { refusal } from '../../kernel/problem.ts'

export const diseaseUnknown = refusal<{ disease: string }>('cases.disease-unknown', 404, 'never', {
  zh: '没有“{disease}”的疾病方案,请核对代码。',
  en: 'There is no disease profile called {disease}; check the code.',
})
