import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readTable } from '../../../src-main/import/csvTable'
import { Refusals } from '../../../src-main/import/refusals'
import { translator } from '../../../src-shared/i18n/translate'

function read(text: string) {
  const refusals = new Refusals(translator('en'))
  const table = readTable('people', 'people.csv', text, 'en', refusals)
  return {
    columns: table && [...table.columns.keys()],
    own: table?.ownColumns.map(({ header }) => header),
    rows: table && Array.from(table.records, ({ line, cells }) => [line, ...cells]),
    refused: refusals.rows.map(({ line, column, code }) => [line, column, code]),
  }
}

test.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
])('%s', (_, mark) => {
  const text = ['id,name,title', 'P1,"Ann, B; C\tD",Head', 'P2,Bo,'].join('\n')
  const marked = Papa.unparse(Papa.parse<string[]>(text).data, { delimiter: mark, newline: '\n' })
  expect(read(marked)).toEqual({
    columns: ['id', 'name', 'title'],
    own: [],
    rows: [
      [2, 'P1', 'Ann, B; C\tD', 'Head'],
      [3, 'P2', 'Bo', ''],
    ],
    refused: [],
  })
})

test('lines are those of the file, with line breaks in quotes and all three line ends', () => {
  const rows = read('id,name\r\nP1,"A\r\nB\nC"\r\n\r\nP2,"say ""hi"""\rP3,x\n').rows
  expect(rows).toEqual([
    [2, 'P1', 'A\nB\nC'],
    [6, 'P2', 'say "hi"'],
    [7, 'P3', 'x'],
  ])
})

test('headers in English or Chinese, in any order, unknown ones kept', () => {
  expect(read('姓名,编号,Reports To,办公室,  ,权力位置\nA,P1,P2,7,,\n')).toMatchObject({
    columns: ['name', 'id', 'reports_to', 'political'],
    own: ['办公室'],
    refused: [],
  })
})

test.each([
  ['nothing at all', '', [[0, '', 'file_empty']]],
  ['only blank lines', '\n , \n', [[0, '', 'file_empty']]],
  ['no column that says who', 'title\nHead\n', [[1, 'id', 'column_missing']]],
  ['two columns for one thing', 'id,name,姓名\n', [[1, '姓名', 'column_twice']]],
  ['an unknown column twice', 'id,x,x\n', [[1, 'x', 'column_twice']]],
  ['a column that would act on objects', 'id,__proto__\n', [[1, '__proto__', 'column_reserved']]],
  ['a value without a column', 'id,name\nP1,Ann,more\n', [[2, '', 'row_too_long']]],
  ['an open quotation mark', 'id,name\nP1,"Ann\nP2,Bo\n', [[2, '', 'quotes_open']]],
])('refuses %s', (_, text, refused) => expect(read(text).refused).toEqual(refused))

test('a short row has cells that are not given; empty cells beyond the header are nothing', () => {
  expect(read('id,name,title\nP1\nP2,Bo,,,\n')).toMatchObject({
    rows: [
      [2, 'P1'],
      [3, 'P2', 'Bo', '', '', ''],
    ],
    refused: [],
  })
})

test('whatever a cell holds, it comes through, on its line', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '中', '"', ',', ';', '\t', '\n', ' ', '=', '|'),
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), fc.constantFrom(',', ';', '\t'), (cells, delimiter) => {
      const text = Papa.unparse([['id', 'name'], ...cells.map((value, i) => [`P${i}`, value])], { delimiter, newline: '\r\n' })
      let line = 2
      const expected = cells.map((value, i) => {
        const row = [line, `P${i}`, value]
        line += value.split('\n').length
        return row
      })
      expect(read(text)).toMatchObject({ rows: expected, refused: [] })
    }),
  )
})
