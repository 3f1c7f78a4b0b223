/** What people under observation are asked for. Closed, so that readings of different editions can be counted together. */
export interface Term {
  code: string
  zh: string
  en: string
}
const term = (code: string, zh: string, en: string): Term => ({ code, zh, en })

/** A temperature is measured, not asked for: fever is none of these. */
export const symptoms: readonly Term[] = [
  term('cough', '咳嗽', 'Cough'),
  term('sputum', '咳痰', 'Sputum'),
  term('stuffy-nose', '鼻塞', 'Stuffy nose'),
  term('runny-nose', '流涕', 'Runny nose'),
  term('sore-throat', '咽痛', 'Sore throat'),
  term('headache', '头痛', 'Headache'),
  term('weakness', '乏力', 'Weakness'),
  term('chills', '寒战', 'Chills'),
  term('muscle-pain', '肌肉酸痛', 'Muscle pain'),
  term('joint-pain', '关节痛', 'Joint pain'),
  term('shortness-of-breath', '气促', 'Shortness of breath'),
  term('breathing-difficulty', '呼吸困难', 'Difficulty in breathing'),
  term('chest-tightness', '胸闷', 'Chest tightness'),
  term('chest-pain', '胸痛', 'Chest pain'),
  term('red-eyes', '结膜充血', 'Red eyes'),
  term('nausea', '恶心', 'Nausea'),
  term('vomiting', '呕吐', 'Vomiting'),
  term('diarrhoea', '腹泻', 'Diarrhoea'),
  term('abdominal-pain', '腹痛', 'Abdominal pain'),
  term('rash', '皮疹', 'Rash'),
  term('bleeding', '出血', 'Bleeding'),
]
export const symptomCodes: readonly string[] = symptoms.map(({ code }) => code)
