import iconv from 'iconv-lite'

/** The ways a byte order mark says that what follows is not UTF-8. */
const UTF16_MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/**
 * The text of a file in UTF-8 (with or without a byte order mark), UTF-16 with one, or else GB18030, the encoding that
 * spreadsheets save in on a Chinese Windows. Text of one encoding is hardly ever valid in the one tried before it.
 *
 * @returns null where it is no text at all: nothing decodes it, or it holds a NUL character.
 */
export function decodeText(bytes: Buffer): string | null {
  const utf16 = UTF16_MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))
  const text = strict(bytes, utf16?.encoding ?? 'utf-8') ?? (utf16 ? null : gb18030(bytes))
  return text?.includes('\0') ? null : text
}

function strict(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The decoder of the platform may lack this one (Electron's does where it was built small); iconv-lite marks what it cannot read.
 */
function gb18030(bytes: Buffer): string | null {
  const text = iconv.decode(bytes, 'gb18030')
  return text.includes('\ufffd') ? null : text
}
