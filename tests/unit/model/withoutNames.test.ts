import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NAME_LEFT_OUT, withoutNames } from '../../../src-shared/model/withoutNames'

test('names go as they are written, in whatever case and with whatever blanks; what only looks like one stays', () => {
  const said = withoutNames(['王建国', '王建', 'Wang Jianguo', 'Ann', '李', 'O’Neil (2)'])
  expect(said('与王建国吃饭，王建不来')).toBe(`与${NAME_LEFT_OUT}吃饭，${NAME_LEFT_OUT}不来`)
  expect(said("Met WANG  jianguo's assistant")).toBe(`Met ${NAME_LEFT_OUT}'s assistant`)
  expect(said('王总与Ann谈 planning, annual')).toBe(`王总与${NAME_LEFT_OUT}谈 planning, annual`)
  expect(said('O’Neil (2) and 李敏')).toBe(`${NAME_LEFT_OUT} and 李敏`)
})

test('where nobody is left out, the text stays', () => {
  expect(withoutNames([])('王建国')).toBe('王建国')
  expect(withoutNames(['', ' ', '李'])('李 and  李')).toBe('李 and  李')
})

test('whatever the names and wherever they stand, none is left, and the rest is all there', () => {
  const part = fc.constantFrom('王', '建', '国', '金', 'a', 'B', 'é', '.', '*', '(', '[', '\\', '-', '|', '$', '&', ' ')
  const name = fc.string({ unit: part, minLength: 2, maxLength: 6 }).filter((text) => text.trim().length >= 2)
  const rest = fc.string({ unit: fc.constantFrom('的', '，', '0', 'z', '\n'), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.array(rest, { minLength: 1 }), (names, rests) => {
      const said = withoutNames(names)
      const text = rests.map((words, i) => `，${words}，${names[i % names.length]}，`).join('')
      const told = said(text)
      for (const each of names) expect(told.includes(`，${each}，`)).toBe(false)
      expect(said(told)).toBe(told)
      for (const words of rests) expect(told).toContain(`，${words}，`)
    }),
  )
})
