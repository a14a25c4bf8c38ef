/** Hands a file to the user by the browser's own download. @param bytes base64 text */
export function saveFile(name: string, mediaType: string, bytes: string): void {
  const url = URL.createObjectURL(new Blob([fromBase64(bytes)], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun with the click; the picture of its bytes may go a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

/** A chosen file's bytes as base64 text. */
export async function toBase64(file: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'))
    reader.readAsDataURL(file)
  })
  return url.slice(url.indexOf(',') + 1)
}
