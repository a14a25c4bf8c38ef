/** How much is decoded at once: a few milliseconds' work, so that the window answers between. A multiple of four characters. */
const PIECE = 4_194_304

/** Hands a file to the user by the browser's own download. @param bytes base64 text */
export async function saveFile(name: string, mediaType: string, bytes: string): Promise<void> {
  const url = URL.createObjectURL(new Blob(await piecesOf(bytes), { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun with the click; the picture of its bytes may go a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

async function piecesOf(text: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let at = 0; at < text.length; at += PIECE) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve))
    pieces.push(decoded(text.slice(at, at + PIECE)))
  }
  return pieces
}

function decoded(text: string): Uint8Array<ArrayBuffer> {
  // In browsers since the autumn of 2025, but not yet in the library of types that this program is written to.
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }
  if (fromBase64) return fromBase64.call(Uint8Array, text)
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  for (let i = 0; i < characters.length; i += 1) bytes[i] = characters.charCodeAt(i)
  return bytes
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
