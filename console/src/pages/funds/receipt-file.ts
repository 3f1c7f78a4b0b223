/** Gives a file to whoever asked for it. */
export function handFile({ fileName, type, content }: { fileName: string; type: string; content: string }): void {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type }))
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}
