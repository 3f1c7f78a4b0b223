import { Button } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { FILE_MAX_MB, readAsBase64, saveFile } from '../../ui/files.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Workbook } from './queries.ts'

/** The template out, the filled-in workbook in. */
export function useWorkbookTransfer(onSent: (workbook: Workbook) => void) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const template = useOperation(() => answer(api.GET('/exchange/template')), { onDone: saveFile })
  const send = useOperation(
    async (file: File) =>
      answer(api.POST('/exchange/workbooks', { body: { id: newId(), file: await readAsBase64(file) } })),
    { touches: [['workbooks']], onDone: onSent },
  )
  function chosen({ target }: ChangeEvent<HTMLInputElement>): void {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    send.reset()
    const isTooLarge = file.size > FILE_MAX_MB * 1024 * 1024
    const isWrongKind = !/[.]xlsx$/i.test(file.name)
    setWrong(
      isTooLarge ? t('workbooks.tooLarge', { limit: FILE_MAX_MB }) : isWrongKind ? t('workbooks.wrongKind') : null,
    )
    if (!isTooLarge && !isWrongKind) send.send(file)
  }
  const actions = (
    <>
      <Button onClick={() => template.send(undefined)} loading={template.busy}>
        {t('workbooks.template')}
      </Button>
      <Button type="primary" loading={send.busy} onClick={() => input.current?.click()}>
        {send.busy ? t('workbooks.sending') : t('workbooks.send')}
      </Button>
      <input ref={input} type="file" accept=".xlsx" hidden aria-label={t('workbooks.send')} onChange={chosen} />
    </>
  )
  const refusal = send.refusal ?? template.refusal
  const notice = (
    <>
      {wrong && <p role="alert">{wrong}</p>}
      {refusal ? <ProblemNotice error={refusal} /> : null}
    </>
  )
  return { actions, notice }
}
