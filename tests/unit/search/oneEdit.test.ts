import fc from 'fast-check'
import { expect, it } from 'vitest'
import { oneEditAway } from '../../../src-shared/search/oneEdit'

const vocabulary = (terms: readonly string[]) => (beginning: string) => terms.some((term) => term.startsWith(beginning))

it.each([
  ['two neighbours swapped', 'wnag'],
  ['a letter too many', 'waang'],
  ['a letter left out', 'wng'],
  ['a wrong letter', 'wamg'],
  ['a wrong first letter', 'qang'],
])('finds what was meant: %s', (_, typed) => {
  expect(oneEditAway(typed, vocabulary(['wang', 'li']))).toContain('wang')
})

it('finds every beginning of a term that is one mistake away, and nothing else', () => {
  // Three letters, so that terms and words are often near to each other.
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 6 }), (typed, terms) => {
      const beginnings = new Set(terms.flatMap((term) => Array.from(term, (_, i) => term.slice(0, i + 1))))
      const near = [...beginnings].filter((beginning) => areOneEditApart(typed, beginning))
      expect(new Set(oneEditAway(typed, vocabulary(terms)))).toEqual(new Set(near))
    }),
  )
})

it('asks for few of the words that may have been meant', () => {
  let asked = 0
  const exists = vocabulary(['wangjianguo', 'jianguo', 'guo', 'wjg', 'liming', 'zhaoqiang'])
  const near = oneEditAway('wnagjianguo', (beginning) => {
    asked += 1
    return exists(beginning)
  })
  expect(near).toEqual(['wangjianguo'])
  expect(asked).toBeLessThan(130)
})

/** Damerau's distance of one, told without making the words. */
function areOneEditApart(a: string, b: string): boolean {
  if (a === b) return false
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const [restA, restB] = [a.slice(at), b.slice(at)]
  if (a.length < b.length) return restA === restB.slice(1)
  if (a.length > b.length) return restA.slice(1) === restB
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return restA.slice(1) === restB.slice(1) || swapped
}
