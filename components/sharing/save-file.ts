/** Hands a file that was made in this browser to the person; nothing is sent anywhere. */
export function saveFile(name: string, contentType: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type: contentType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the file only after the press has ended.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
