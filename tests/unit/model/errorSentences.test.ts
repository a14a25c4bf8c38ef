import { describe, expect, test } from 'vitest'
import type { ErrorCode, ErrorParams } from '../../../src-shared/errors'
import { resources, tellFailure, translator } from '../../../src-shared/i18n/translate'
import { Language } from '../../../src-shared/model/language'

/** Every code with values as a user would meet them; one too few or too many does not compile. */
const examples = {
  unknown_endpoint: { value: 'a.b' },
  invalid_input: { path: 'name', detail: 'too long' },
  unauthorized: {},
  code_spent: {},
  forbidden_origin: { value: 'https://evil.example' },
  wrong_method: { value: 'GET' },
  wrong_content_type: { value: 'text/plain' },
  too_large: { limit: 64 },
  cancelled: {},
  internal: { id: 'a1b2c3' },
  read_only_endpoint: { value: 'account.create' },
  connection_lost: {},
  file_missing: { value: 'a.linchpin' },
  file_unreadable: { value: 'a.linchpin' },
  file_exists: { value: 'a.linchpin' },
  file_foreign: { value: 'a.linchpin' },
  file_damaged: { value: 'a.linchpin' },
  file_encrypted: { value: 'a.linchpin' },
  file_newer: { value: 'a.linchpin', version: 20, known: 10 },
  file_locked: { value: 'a.linchpin' },
  file_readonly: { value: 'a.linchpin' },
  file_unwritable: { value: 'a.linchpin', detail: 'disk full' },
  no_workspace: {},
  not_found: { kind: 'person', value: 'P9' },
  name_empty: {},
  name_taken: { value: 'Acme' },
  reporting_loop: { names: 'A → B → A' },
  parent_loop: { names: 'A → B → A' },
  self_tie: { name: 'Chen' },
  dates_reversed: { from: '2026-02-01', to: '2026-01-01' },
  seat_held: { name: 'Chen', title: 'Buyer' },
  seat_was_held: { name: 'Chen', title: 'Buyer' },
  unknown_word: { value: 'king', words: 'user, influencer' },
  wrong_side: { name: 'Chen' },
  factors_disagree: { value: '4', depth: 3 },
  own_person_needed: { name: 'Chen' },
  not_ours: { name: 'Chen' },
  other_side: { name: 'Chen' },
  not_there: { name: 'Chen', day: '2026-02-01' },
  role_taken: { name: 'Chen', role: 'user' },
  same_person: { name: 'Chen' },
  not_in_seat: { name: 'Chen', title: 'Buyer' },
  seat_kept: { name: 'Chen', title: 'Buyer' },
  nothing_to_undo: {},
  nothing_to_redo: {},
  still_used: { name: 'Acme', count: 3 },
  import_refused: { count: 2 },
  not_json: { detail: 'line 3' },
  not_a_bundle: { value: 'x.json' },
  not_pptx: {},
  pptx_damaged: { detail: 'ppt/presentation.xml' },
  layout_unknown: { value: 'Acme', words: 'Title Only, Blank' },
  bundle_newer: { version: 2, known: 1 },
  unknown_format: { value: 'bmp', words: 'svg, png' },
  redaction_incomplete: { value: 'customer-safe' },
  name_left_out: { value: '‹…›' },
  nothing_to_import: {},
  bad_calendar: { detail: 'x' },
  link_refused: { value: 'x' },
  choice_needed: { name: '王伟', line: 3, key: '王伟', candidates: 'P1,P2' },
  quick_entry_refused: { line: 3, detail: '没有这个角色。(No such role.)' },
  heading_missing: {},
  account_needed: { words: 'Acme, Bolt' },
  no_account: {},
  unknown_command: { value: 'analyze', words: 'new, import' },
  usage: { detail: 'There is no option “--x”.' },
  port_taken: { value: 80 },
  node_too_old: { value: '18.0.0', needed: '22' },
} as const satisfies { readonly [C in ErrorCode]: ErrorParams[C] }

/** Words that a sentence says instead of the parameter's key. */
const spoken: Record<string, Record<Language, string>> = {
  'not_found.kind': { en: 'person', 'zh-CN': '人物' },
  'choice_needed.key': { en: 'several people', 'zh-CN': '多人' },
  'choice_needed.candidates': { en: 'several people', 'zh-CN': '多人' },
  'role_taken.role': { en: 'User', 'zh-CN': '使用者' },
}

const sentence = (code: string, params: Record<string, string | number>, language: Language) =>
  tellFailure({ code, message: '', params }, language).message

test.each(Language.options)('no code has no sentence and no sentence no code (%s)', (language) => {
  expect(Object.keys(resources[language].translation.error).sort()).toEqual(Object.keys(examples).sort())
})

describe.each(Language.options)('%s', (language) => {
  test.each(Object.entries(examples))('%s', (code, params) => {
    const text = sentence(code, params, language)
    expect(text).not.toMatch(/\{\{|\$t\(|error\./)
    for (const [name, value] of Object.entries(params)) {
      expect(text.toLowerCase()).toContain((spoken[`${code}.${name}`]?.[language] ?? String(value)).toLowerCase())
    }
    if (code !== 'usage') expect(text).toMatch(language === 'en' ? /[.)]$/ : /[。）]$/)
    // A problem and what to do about it: more than one clause.
    if (!['usage', 'cancelled'].includes(code))
      expect(text.split(/[.;:。；：，,?？]\s*/).filter(Boolean).length).toBeGreaterThan(1)
  })
})

test.each(['$t(error.internal)', '{{name}}', '<b>&"', 'a\nb', '__proto__'])('a value is told as it is: %j', (value) => {
  for (const language of Language.options) {
    expect(sentence('not_found', { kind: 'person', value }, language)).toContain(value)
    expect(sentence('file_missing', { value }, language)).toContain(value)
    expect(sentence('self_tie', { name: value }, language)).toContain(value)
  }
})

test('a role that a team has added is told by its key', () => {
  expect(sentence('role_taken', { name: 'Chen', role: 'works-council' }, 'en')).toContain('works-council')
})

test('everything that can be missing has a name in both languages', () => {
  const kinds = Object.keys(resources.en.translation.model.entity)
  expect(Object.keys(resources['zh-CN'].translation.model.entity)).toEqual(kinds)
  expect(kinds).toEqual(
    expect.arrayContaining(['account', 'organization', 'person', 'seat', 'tie', 'opportunity', 'role', 'judgement']),
  )
})

test('both languages have every sentence of every area', () => {
  const leaves = (node: object, path = ''): string[] =>
    Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? leaves(value, `${path}${key}.`)
        : // Of plural forms, English has two and Chinese one.
          key.endsWith('_one')
          ? []
          : [`${path}${key}`],
    )
  expect(leaves(resources['zh-CN'].translation).sort()).toEqual(leaves(resources.en.translation).sort())
  expect(translator('zh-CN')('cli.peopleCount', { count: 1 })).toBe('1 人')
  expect(translator('en')('cli.peopleCount', { count: 1 })).toBe('1 person')
})
