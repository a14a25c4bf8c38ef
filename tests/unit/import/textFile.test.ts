import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeText } from '../../../src-main/import/textFile'

const text = '编号,姓名\nP1,沈弘毅 “é”\n'

test.each(['utf-8', 'gb18030', 'gbk'])('reads %s', (encoding) => {
  const sent = encoding === 'gbk' ? '编号,姓名\nP1,沈弘毅\n' : text
  expect(decodeText(iconv.encode(sent, encoding))?.text).toBe(sent)
})

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
])('a byte order mark of %s is not text', (encoding, mark) => {
  expect(decodeText(Buffer.concat([Buffer.from(mark), iconv.encode(text, encoding)]))?.text).toBe(text)
})

test.each([
  ['a NUL', Buffer.from('id,name\nP1,A\0nn\n')],
  ['a zipped workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00])],
  ['noise', Buffer.from([0xff, 0xff, 0x80, 0x80, 0xfe, 0x0a])],
  ['half of UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
])('%s is no text', (_, bytes) => expect(decodeText(bytes)).toBeNull())

test('nothing is an empty text', () => expect(decodeText(Buffer.alloc(0))?.text).toBe(''))
