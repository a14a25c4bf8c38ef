import { describe, expect, test } from 'vitest'
import { translator } from '../../../src-shared/i18n/translate'
import enModel from '../../../src-shared/i18n/en/model.json'
import { advocateOf, LensId, lenses } from '../../../src-shared/model/lens'
import { shippedMethod } from '../../../src-shared/model/method'
import { Stance } from '../../../src-shared/model/scales'
import { roleWords } from '../../../src-shared/scene/roleWords'

describe.each(LensId.options)('%s', (id) => {
  const { roles, stances } = lenses[id]
  const texts: Readonly<Record<'role' | 'letter' | 'stance', Readonly<Record<string, string>>>> = enModel.lens[id]

  test('names roles of the method, and each of its words has a text and a letter', () => {
    const known = shippedMethod.roles.map(({ key }) => key)
    expect(known).toEqual(expect.arrayContaining(Object.keys(roles)))
    expect(new Set(Object.values(roles))).toEqual(new Set(Object.keys(texts.role)))
    expect(Object.keys(texts.letter)).toEqual(Object.keys(texts.role))
    expect(new Set(Object.values(stances))).toEqual(new Set(Object.keys(texts.stance)))
  })

  test('renames roles and stances in both languages, and nothing else', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const [plain, lensed] = [translator(language), translator(language, id)]
      for (const key of Object.keys(roles)) {
        const [ours, theirs] = [roleWords(key, shippedMethod, plain), roleWords(key, shippedMethod, lensed)]
        expect(theirs.letter).toHaveLength(1)
        expect(theirs.order).toBe(ours.order)
      }
      const renamed = Stance.options.filter((stance) => plain(`model.stance.${stance}`) !== lensed(`model.stance.${stance}`))
      expect(Stance.options.filter((stance) => stance in stances)).toEqual(expect.arrayContaining(renamed))
      expect(lensed('model.depth.3')).toBe(plain('model.depth.3'))
      expect(lensed('analysis.finding.economic_buyers_several', { count: 2 })).toContain('2')
    }
  })
})

test('Blue Sheet reads stances as response modes and roles as buying influences', () => {
  const t = translator('en', 'blue-sheet')
  expect(roleWords('financial-controller', shippedMethod, t)).toMatchObject({ label: 'Technical buyer', letter: 'T' })
  expect(t('model.stance.opponent')).toBe('Overconfident')
  expect(t('model.judgement.stance')).toBe('Response mode')
  expect(t('model.stance.unknown')).toBe('Unknown')
})

test('A-D-S-E-I gives each of the five roles a letter of its own', () => {
  const t = translator('en', 'adsei')
  const letters = shippedMethod.roles.map(({ key }) => roleWords(key, shippedMethod, t).letter)
  expect(letters.sort()).toEqual(['A', 'D', 'E', 'I', 'S'])
})

describe('MEDDPICC', () => {
  const champion = { stance: 'coach', political: 'inner', depth: 3 } as const

  test('a champion has power, sells when we are absent, and has an own interest', () => {
    expect(advocateOf('meddpicc', champion)).toBe('champion')
    expect(advocateOf('meddpicc', { ...champion, stance: 'exclusive', political: 'structure', depth: 4 })).toBe('champion')
  })

  test('who lacks one of them is only a coach', () => {
    expect(advocateOf('meddpicc', { ...champion, political: 'outside' })).toBe('coach')
    expect(advocateOf('meddpicc', { ...champion, political: null })).toBe('coach')
    expect(advocateOf('meddpicc', { ...champion, depth: 2 })).toBe('coach')
  })

  test('who would as well take another, and who is not judged, is neither', () => {
    expect(advocateOf('meddpicc', { ...champion, stance: 'supportive' })).toBeNull()
    expect(advocateOf('meddpicc', { ...champion, stance: null })).toBeNull()
  })
})

test('a coach is a coach in Blue Sheet whatever their power; A-D-S-E-I has no such letter', () => {
  const coach = { stance: 'coach', political: null, depth: 0 } as const
  expect(advocateOf('blue-sheet', coach)).toBe('coach')
  expect(advocateOf('blue-sheet', { ...coach, stance: 'exclusive' })).toBeNull()
  expect(advocateOf('adsei', coach)).toBeNull()
})
