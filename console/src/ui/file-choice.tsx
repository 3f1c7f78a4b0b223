import { Button } from 'antd'
import { useRef } from 'react'
import { readAsBase64 } from './files.ts'

const TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
const endOf = (name: string): string => name.split('.').at(-1)?.toLowerCase() ?? ''
const typeOf = (name: string) => TYPES[endOf(name) as keyof typeof TYPES] ?? TYPES.pdf

/** As the server takes it, wherever a file is attached to something. */
export const uploadOf = async (file: File) => ({
  fileName: file.name,
  type: typeOf(file.name),
  content: await readAsBase64(file),
})

interface FileChoiceProps {
  label: string
  busy: boolean
  onFile(file: File): void
}
/** A button that asks for one file of the kinds that are kept. */
export function FileChoice({ label, busy, onFile }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={Object.keys(TYPES)
          .map((end) => `.${end}`)
          .join(',')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          target.value = ''
        }}
      />
      <Button loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
