import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { expect, it } from 'vitest'
import { smallMap, testCore } from '../../support/core'

const words = [
  '配网',
  '方案',
  '交流',
  '付款',
  '西安',
  '样机',
  '报价单',
  '验收',
  '运维平台',
  '重庆',
  '长期合作',
  '旅游局',
  'pilot',
  'PPT',
  '2027',
]

it('finds every summary by any part of what it says, in characters, pinyin and initials', async () => {
  const core = await testCore()
  const { accountId } = await smallMap(core)
  const texts = fc.sample(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('，')),
    { seed: 7, numRuns: 60 },
  )
  const interactions = texts.map((summary) => ({ kind: 'call' as const, summary }))
  const { interactionIds } = await core.run('interactions.record', { accountId, interactions })
  const says = new Map(interactionIds.map((id, index) => [id, texts[index] ?? '']))

  const finds = async (text: string) => (await core.run('interaction.find', { accountId, text, limit: 0 })).ids
  const part = fc.constantFrom(...words).chain((word) =>
    fc.tuple(fc.nat(word.length - 1), fc.integer({ min: 1, max: word.length })).map(([from, length]) => ({
      word,
      part: word.slice(from, from + length),
    })),
  )
  await fc.assert(
    fc.asyncProperty(part, async ({ word, part: said }) => {
      const found = await finds(said)
      const isHan = /\p{Script=Han}/u.test(said)
      for (const [id, text] of says) {
        // Latin words are found from their beginning on.
        if (isHan ? text.includes(said) : word.startsWith(said) && text.includes(word)) expect(found).toContain(id)
        if (isHan && !text.replaceAll('，', '').includes(said)) expect(found).not.toContain(id)
      }
    }),
    { numRuns: 60 },
  )
  for (const word of words.filter((each) => /\p{Script=Han}/u.test(each))) {
    const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true })
    const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
    for (const typed of [syllables.join(''), syllables.join('').slice(0, -1), initials]) {
      const found = await finds(typed)
      for (const [id, text] of says) if (text.includes(word)) expect(found, typed).toContain(id)
    }
  }
})
