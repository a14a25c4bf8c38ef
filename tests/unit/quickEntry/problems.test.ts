import { expect, test } from 'vitest'
import en from '../../../src-shared/i18n/en/quickEntry.json'
import { Language } from '../../../src-shared/model/language'
import { shippedMethod } from '../../../src-shared/model/method'
import { type ProblemCode, tellProblem } from '../../../src-shared/quickEntry/problems'
import { parseQuickEntry } from '../../../src-shared/quickEntry/parse'
import enWords from '../../../src-shared/quickEntry/words/en.json'
import zhWords from '../../../src-shared/quickEntry/words/zh-CN.json'
import { rolesOf, stances } from '../../../src-shared/quickEntry/words'

const place = { line: 1, from: 0, to: 1 }
const params = { value: '甲', name: '乙', title: '丙', superior: '丁', organization: '戊', count: 2 }
// The keys of the language file are the codes: the compiler refuses a code without a sentence.
const codes = Object.keys(en.problem) as ProblemCode[]

test.each(Language.options)('every problem has a sentence in %s that leaves nothing open', (language) => {
  for (const code of codes) {
    const sentence = tellProblem({ code, severity: 'error', place, params }, language, shippedMethod)
    expect(sentence).not.toMatch(/quickEntry|\{\{|\}\}/)
    // What is wrong and what to do: at least two clauses.
    expect(sentence.match(/[.。；;]/g)?.length ?? 0).toBeGreaterThanOrEqual(2)
  }
})

test('an unknown word is told with the words there are', () => {
  const [problem] = parseQuickEntry('赵强 !火星', shippedMethod).problems
  if (!problem) throw new Error('no problem')
  expect(tellProblem(problem, 'zh-CN', shippedMethod)).toBe('“!火星”不是角色。可用：使用、技术、影响、财务、决策。')
  expect(tellProblem(problem, 'en', shippedMethod)).toBe(
    '“!火星” is no role. Write one of: user, technical, influencer, finance, decision.',
  )
})

test('no word means two things of one list', () => {
  for (const words of [enWords, zhWords]) {
    for (const list of [
      words.stance,
      words.political,
      words.tier,
      words.role,
      words.chain,
      words.strength,
      words.confidence,
      words.side,
      words.column,
    ]) {
      const all = Object.values(list)
        .flat()
        .map((word) => word.toLowerCase())
      expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([])
    }
  }
})

test('roles of a team are words of the grammar', () => {
  const method = {
    ...shippedMethod,
    roles: [...shippedMethod.roles, { key: 'safety', label: '安全把关', weight: 1, required: false }],
  }
  const { document, problems } = parseQuickEntry('赵强 !安全把关', method)
  expect(problems).toEqual([])
  expect(document.people[0]?.roles).toEqual([{ role: 'safety', chains: null }])
  expect(rolesOf(method).word('safety', 'en')).toBe('安全把关')
  expect(stances.find(' Only－Us ')).toBe('exclusive')
})
