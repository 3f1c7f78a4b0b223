import { operationNames } from '@qunfang/client/operations'
import { language } from '../../i18n/i18n.ts'

/** What an operation is called; an older or newer server may know others, which are shown by their code. */
export const operationName = (code: string): string => operationNames[code]?.[language()] ?? code

export const operationChoices = (): [code: string, name: string][] =>
  Object.keys(operationNames).map((code) => [code, operationName(code)])
