import { Button } from 'antd'
import { saveFile } from './files.ts'
import { useOperation } from './operation.ts'
import { ProblemNotice } from './problem-notice.tsx'

interface FileButtonProps {
  label: string
  /** What it is called when it is read out, where the label alone says too little. */
  spoken?: string
  size?: 'small' | 'middle'
  take(): Promise<Parameters<typeof saveFile>[0]>
}
/** A file of the server's, asked for and saved; a refusal stands beside the button. */
export function FileButton({ label, spoken, size = 'small', take }: FileButtonProps) {
  const save = useOperation(async () => saveFile(await take()))
  return (
    <>
      <Button size={size} loading={save.busy} aria-label={spoken} onClick={() => save.send(undefined)}>
        {label}
      </Button>
      {save.refusal ? <ProblemNotice error={save.refusal} /> : null}
    </>
  )
}
