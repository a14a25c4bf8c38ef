import iconv from 'iconv-lite'

/** The ways a byte order mark says that what follows is not UTF-8. */
const UTF16_MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const
/** A line end in UTF-8 and GB18030. */
const LINE_END = 0x0a

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A text and the encoding it was in. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/**
 * The text of a file in UTF-8 (with or without a byte order mark), UTF-16 with one, or else GB18030, the encoding that
 * spreadsheets save in on a Chinese Windows. Text of one encoding is hardly ever valid in the one tried before it.
 *
 * @param partial the bytes are only the beginning of a file: a character that they cut in two is left out
 * @returns null where it is no text at all: nothing decodes it, or it holds a NUL character.
 */
export function decodeText(bytes: Buffer, partial = false): Decoded | null {
  const marked = UTF16_MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))
  const encoding = marked?.encoding ?? 'utf-8'
  const whole = strict(bytes, encoding, partial)
  const text = whole ?? (marked ? null : gb18030(bytes, partial))
  if (text === null || text.includes('\0')) return null
  return { text, encoding: whole === null ? 'gb18030' : encoding }
}

function strict(bytes: Buffer, encoding: Encoding, partial: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: partial })
  } catch {
    return null
  }
}

/**
 * The decoder of the platform may lack this one (Electron's does where it was built small); iconv-lite marks what it cannot read.
 */
function gb18030(bytes: Buffer, partial: boolean): string | null {
  // No character of several bytes holds that of a line end.
  const text = iconv.decode(partial ? bytes.subarray(0, bytes.lastIndexOf(LINE_END) + 1) : bytes, 'gb18030')
  return text.includes('\ufffd') ? null : text
}
