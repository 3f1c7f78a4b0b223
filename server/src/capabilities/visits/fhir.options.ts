import type { Issue } from '../../kernel/problem.ts'
import { isObject, type Json, objectsOf, textOf } from './fhir.json.ts'
import type { Question } from './schema.questionnaires.ts'

type Options = Question['options']
type Words = (holder: Json, field: string) => { zh: string | null; en: string | null }

interface Around {
  resource: Json
  words: Words
  /** The one value of `value[x]` when it is no coding. */
  plain(option: Json): boolean | number | string | null
}

/** What may be chosen: written out, or in a value set that came along. Nothing is fetched from elsewhere. */
export function optionsOf(item: Json, path: string, around: Around): Options | Issue[] {
  const set = textOf(item['answerValueSet'])
  if (set !== null) {
    const concepts = contained(set, around.resource)
    if (concepts.length > 0) return concepts.flatMap((one) => optionOf(one, around.words) ?? [])
    return [
      {
        path: `${path}.answerValueSet`,
        zh: `请把值集 ${set} 展开成选项`,
        en: `Write the value set ${set} out as options; it is not fetched`,
      },
    ]
  }
  const found = objectsOf(item['answerOption']).map((option, nth) => {
    const coding = option['valueCoding']
    if (isObject(coding)) return optionOf(coding, around.words) ?? nth
    const code = textOf(String(around.plain(option) ?? ''))
    return code === null ? nth : { code, system: null, zh: code, en: null }
  })
  const nameless = found.filter((one) => typeof one === 'number')
  if (nameless.length > 0) {
    return nameless.map((nth) => ({
      path: `${path}.answerOption[${nth}]`,
      zh: '选项没有代码',
      en: 'The option has no code',
    }))
  }
  return found as Options
}

function optionOf(coding: Json, words: Words): Options[number] | null {
  const code = textOf(coding['code'])
  if (code === null) return null
  const { zh, en } = words(coding, 'display')
  return { code, system: textOf(coding['system']), zh: zh ?? code, en }
}

/** The concepts of a value set inside the same resource, each with the system it is from. */
function contained(reference: string, resource: Json): Json[] {
  if (!reference.startsWith('#')) return []
  const set = objectsOf(resource['contained']).find(
    ({ resourceType, id }) => resourceType === 'ValueSet' && id === reference.slice(1),
  )
  if (!set) return []
  const expansion = isObject(set['expansion']) ? objectsOf(set['expansion']['contains']) : []
  if (expansion.length > 0) return expansion
  const compose = isObject(set['compose']) ? set['compose'] : {}
  return objectsOf(compose['include']).flatMap(({ system, concept }) =>
    objectsOf(concept).map((one) => ({ system, ...one })),
  )
}
