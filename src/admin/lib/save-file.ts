/** Hands a file to the browser, which keeps it where it keeps its downloads. */
export function saveFile(file: File) {
  const url = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = url
  link.download = file.name
  link.click()
  URL.revokeObjectURL(url)
}
