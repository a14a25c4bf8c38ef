import { expect, test } from 'vitest'
import { shippedMethod } from '../../../src-shared/model/method'
import {
  depths,
  politicalStatuses,
  rolesOf,
  sides,
  signalKinds,
  stances,
  tiers,
  tieKinds,
} from '../../../src-main/import/vocabulary'

test('words of interfaces.md, and those the app shows in both languages', () => {
  expect(['executive', 'Executive', '高层', ' 高层 '].map((word) => tiers.find(word))).toEqual(Array(4).fill('executive'))
  expect(['third-party', 'Third parties', 'third_party', '第三方'].map((word) => sides.find(word))).toEqual(
    Array(4).fill('third-party'),
  )
  expect(['exclusive', 'Supportive, exclusive', '支持并排他'].map((word) => stances.find(word))).toEqual(
    Array(3).fill('exclusive'),
  )
  expect([tieKinds.find('同盟'), politicalStatuses.find('核心圈'), depths.find('信任'), depths.find('４')]).toEqual([
    'allied-with',
    'inner',
    '3',
    '4',
  ])
})

test('unknown is no judgement, and inherited names are no words', () => {
  expect([
    stances.find('unknown'),
    stances.find('未知'),
    depths.find('5'),
    tiers.find('constructor'),
    signalKinds.find(''),
  ]).toEqual(Array(5).fill(undefined))
})

test('a team’s own role is known by its key and its label', () => {
  const roles = rolesOf({
    ...shippedMethod,
    roles: [...shippedMethod.roles, { key: 'legal', label: '法务', weight: 1, required: true }],
  })
  expect([roles.find('legal'), roles.find('法务'), roles.find('技术评估者'), roles.find('Economic buyer')]).toEqual([
    'legal',
    'legal',
    'technical-evaluator',
    'economic-buyer',
  ])
  expect(roles.list('zh-CN')).toBe('使用者、技术评估者、影响者、财务把关者、最终决策者、法务')
})
