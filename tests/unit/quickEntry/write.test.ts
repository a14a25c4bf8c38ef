import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedMethod } from '../../../src-shared/model/method'
import type { Language } from '../../../src-shared/model/language'
import { matchQuickEntry } from '../../../src-shared/quickEntry/match'
import { parseQuickEntry } from '../../../src-shared/quickEntry/parse'
import type { QuickDocument } from '../../../src-shared/quickEntry/document'
import { documentOf } from '../../../src-shared/quickEntry/fromGraph'
import { writeDocument, writeQuickEntry } from '../../../src-shared/quickEntry/write'
import { anyGraph, DEAL, TODAY } from './graphs'

const language: fc.Arbitrary<Language> = fc.constantFrom('zh-CN', 'en')

/** What a document says, without places and with what is usual filled in. */
function said({ account, opportunity, people, ties }: QuickDocument): unknown {
  return {
    account: account?.text,
    opportunity: opportunity?.text,
    people: people.map(({ name, title, unit, side, organization, superior, roles, stance, political, depths }) => ({
      name: name && [name.text, name.mark],
      title,
      unit,
      side: side ?? 'theirs',
      organization: organization ?? '',
      superior,
      roles: roles.map(({ role, chains }) => [role, chains ?? []]),
      stance,
      political,
      depths: depths.map(({ ours, depth }) => [ours?.text, ours?.mark, depth]),
    })),
    ties: ties.map(({ from, to, kind, strength, confidence, note }) => [
      from.text,
      from.mark,
      to.text,
      to.mark,
      kind,
      strength ?? 0.6,
      confidence ?? 1,
      note,
    ]),
  }
}

test('what is written of any map says, read back, the same', () => {
  fc.assert(
    fc.property(anyGraph, language, (graph, lang) => {
      const text = writeQuickEntry(graph, DEAL, TODAY, lang, shippedMethod)
      const reading = parseQuickEntry(text, shippedMethod)
      expect(reading.problems).toEqual([])
      expect(said(reading.document)).toEqual(said(documentOf(graph, DEAL, TODAY)))
    }),
    { numRuns: 500 },
  )
})

test('what is written of any map changes nothing on that map', () => {
  fc.assert(
    fc.property(anyGraph, language, (graph, lang) => {
      const { document } = parseQuickEntry(writeQuickEntry(graph, DEAL, TODAY, lang, shippedMethod), shippedMethod)
      const plan = matchQuickEntry(document, graph, TODAY)
      expect(plan.problems).toEqual([])
      expect(plan.operations).toEqual([])
      expect(plan.mentions.every(({ resolution }) => resolution.is === 'existing')).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('what is written is written so again', () => {
  fc.assert(
    fc.property(anyGraph, language, (graph, lang) => {
      const text = writeQuickEntry(graph, DEAL, TODAY, lang, shippedMethod)
      expect(writeDocument(parseQuickEntry(text, shippedMethod).document, lang, shippedMethod)).toBe(text)
    }),
    { numRuns: 300 },
  )
})
