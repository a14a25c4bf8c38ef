import { expect, test } from 'vitest'
import alertsInEnglish from '../../../src-shared/i18n/en/alert.json'
import findingsInEnglish from '../../../src-shared/i18n/en/analysis.json'
import { ChangeKind } from '../../../src-shared/model/change'

test('every code that an alert can carry has its sentence', () => {
  // Both languages have the same keys: that does not compile otherwise.
  const codes = [
    'coverage_fell',
    'risk_rose',
    'signal_found',
    'task_overdue',
    ...ChangeKind.options.map((kind) => `change_${kind}`),
  ]
  expect(Object.keys(alertsInEnglish.reason).sort()).toEqual(codes.sort())
  expect(Object.keys(findingsInEnglish.finding)).toEqual(expect.arrayContaining(['judgement_expired', 'contact_overdue']))
})
