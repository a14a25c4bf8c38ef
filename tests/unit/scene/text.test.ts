import { describe, expect, test } from 'vitest'
import { ellipsize, fitLine, fitTwoLines, measure } from '../../../src-shared/scene/text'

const regular = { size: 10, weight: 400 } as const
const bold = { size: 10, weight: 600 } as const

describe('measure', () => {
  test('a Chinese character is as wide as the type is high', () => {
    expect(measure('关键人', regular)).toBe(30)
    expect(measure('（，）', bold)).toBe(30)
  })

  test('Latin letters have widths of their own, and bold ones are wider', () => {
    // Noto Sans SC: i is 275, m is 926 thousandths; a twentieth is added for other fonts of the family.
    expect(measure('i', regular)).toBeCloseTo(2.75 * 1.05)
    expect(measure('m', regular)).toBeCloseTo(9.26 * 1.05)
    expect(measure('Maria', bold)).toBeGreaterThan(measure('Maria', regular))
  })

  test('an accent adds nothing, whether composed or not', () => {
    expect(measure('ě', regular)).toBeCloseTo(measure('e', regular))
    expect(measure('e\u030C', regular)).toBeCloseTo(measure('e', regular))
  })
})

describe('ellipsize', () => {
  test('leaves alone what fits', () => {
    expect(ellipsize('王建国', 30, regular)).toBe('王建国')
  })

  test('cuts what does not, to no more than the width', () => {
    expect(ellipsize('信息中心主任', 40, regular)).toBe('信息中…')
    const cut = ellipsize('Director of Procurement', 60, regular)
    expect(cut).toMatch(/…$/)
    expect(measure(cut, regular)).toBeLessThanOrEqual(60)
  })

  test('never cuts a character in two', () => {
    expect(ellipsize('👩🏽‍🔧👩🏽‍🔧👩🏽‍🔧👩🏽‍🔧', 45, regular)).toMatch(/^(👩🏽‍🔧)*…$/u)
    expect(ellipsize('e\u0301'.repeat(6), 30, regular)).toMatch(/^(e\u0301)+…$/u)
  })
})

describe('fitTwoLines', () => {
  test('keeps one line, and its size, where there is room', () => {
    expect(fitTwoLines('王建国', 40, { size: 12, weight: 600 }, bold)).toEqual({
      lines: ['王建国'],
      full: '王建国',
      font: { size: 12, weight: 600 },
    })
  })

  test('breaks between words, after a hyphen or a middle dot, and between Chinese characters', () => {
    expect(fitTwoLines('Anna Featherstone', 75, bold, bold).lines).toEqual(['Anna', 'Featherstone'])
    expect(fitTwoLines('阿不都·买买提', 60, bold, bold).lines).toEqual(['阿不都·', '买买提'])
    expect(fitTwoLines('欧阳慕容明月', 40, bold, bold).lines).toEqual(['欧阳慕容', '明月'])
  })

  test('cuts the second line, and a word that no line holds', () => {
    for (const name of [
      'Maximiliana Theodora Featherstonehaugh-Cholmondeley',
      'Pneumonoultramicroscopicsilicovolcanoconiosis',
      '阿不都热依木·买买提吐尔逊江',
    ]) {
      const { lines, full } = fitTwoLines(name, 80, bold, bold)
      expect(full).toBe(name)
      expect(lines).toHaveLength(2)
      for (const line of lines) expect(measure(line, bold)).toBeLessThanOrEqual(80)
    }
  })
})

test('line breaks in a name do not tear a card apart', () => {
  expect(fitLine('王\n建\t国', 100, regular).lines).toEqual(['王 建 国'])
})
