import { describe, expect, test } from 'vitest'
import { askedOf, type ExportChoice, fileAskedOf, formatsOf, profileIn, usualAudience } from '../../../src-renderer/export/choice'
import { customerSafeProfile, internalProfile } from '../../../src-shared/model/redaction'
import { Day } from '../../../src-shared/model/day'
import { PersonId } from '../../../src-shared/model/ids'
import { Deck } from '../../../src-shared/report/decks'

const choice: ExportChoice = {
  deck: 'map',
  format: 'png',
  drawing: 'influence',
  layer: 'risk',
  language: 'en',
  audience: 'internal',
  custom: { ...internalProfile, risk: false },
  leaves: [PersonId.parse('someone')],
  paper: 'a3',
  slides: '4:3',
  template: null,
}
const place = { accountId: 'acme', opportunityId: null, asOf: Day.parse('2026-11-21'), foldedUnits: ['unit'] }
const of = (changed: Partial<ExportChoice>) => askedOf({ ...choice, ...changed }, place)
const fileOf = (changed: Partial<ExportChoice>) => fileAskedOf({ ...choice, ...changed }, of(changed))

describe('what is asked of the core', () => {
  test('is drawn for a map alone, and names who leaves where somebody does', () => {
    expect(of({})).toMatchObject({ drawing: 'influence', layer: 'risk', foldedUnits: ['unit'] })
    expect(of({})).not.toHaveProperty('leaves')
    for (const deck of ['hand-over', 'drill'] as const) {
      expect(of({ deck })).toMatchObject({ deck, leaves: ['someone'] })
      expect(of({ deck })).not.toHaveProperty('drawing')
    }
  })

  test('is a layer that its readers may see', () => {
    expect(of({ audience: 'customer-safe' })).toMatchObject({ layer: 'roles', redaction: customerSafeProfile })
    expect(of({ audience: 'custom' })).toMatchObject({ layer: 'roles', redaction: { risk: false } })
    expect(of({ audience: 'custom', layer: 'stance' })).toMatchObject({ layer: 'stance' })
  })

  test('has paper, slides or a template only where the format has them', () => {
    expect(fileOf({})).toEqual(of({}))
    expect(fileOf({ format: 'pdf' })).toMatchObject({ paper: 'a3' })
    expect(fileOf({ format: 'pptx' })).toMatchObject({ slides: '4:3' })
    const template = { name: 'company.potx', bytes: 'UEs=', layouts: ['Title Only'], layout: null }
    expect(fileOf({ format: 'pptx', slides: 'template', template })).toMatchObject({ template: { bytes: 'UEs=' } })
    expect(fileOf({ format: 'pptx', slides: 'template', template: { ...template, layout: 'Title Only' } })).toMatchObject({
      template: { layout: 'Title Only' },
    })
  })
})

test('a record to be read in again is never redacted, whoever it is for', () => {
  expect(profileIn({ ...choice, deck: 'data', format: 'json', audience: 'customer-safe' })).toEqual(internalProfile)
})

test('a proposal alone is for the customer unless somebody says otherwise, and every document has a format', () => {
  expect(Deck.options.filter((deck) => usualAudience(deck) !== 'internal')).toEqual(['proposal'])
  for (const deck of Deck.options) expect(new Set(formatsOf[deck]).size).toBe(formatsOf[deck].length)
})
