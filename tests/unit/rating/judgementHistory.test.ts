import { expect, test } from 'vitest'
import { authorSigns, historyCourse } from '../../../src-renderer/rating/judgementHistory'
import { PersonId } from '../../../src-shared/model/ids'
import { judgementValues } from '../../../src-shared/model/judgement'
import { day, GraphBuilder } from '../analytics/builder'

const depths = judgementValues('depth')
const course = (builder: GraphBuilder, to = '2026-04-11') => historyCourse(builder.graph().judgements, depths, day(to))
const pair = () => new GraphBuilder().ours('chen').theirs('li')

test('a course runs from its first day to the one looked at; each opinion holds until the next or its expiry', () => {
  // 100 days from 1 January to 11 April.
  const builder = pair().depth('chen', 'li', 3, '2026-02-20', { expires: '2026-03-12' }).depth('chen', 'li', 1, '2026-01-01')
  const found = course(builder)
  expect(found?.from).toBe('2026-01-01')
  expect(found?.points.map(({ level, at, until }) => [level, at, until])).toEqual([
    [1, 0, 0.5],
    [3, 0.5, 0.7],
  ])
})

test('an undated opinion stands at the left edge, one of later than the day looked at is not known yet', () => {
  const builder = pair().depth('chen', 'li', 2, null).depth('chen', 'li', 1, '2026-01-01').depth('chen', 'li', 4, '2026-06-01')
  expect(course(builder)?.points.map(({ level, at }) => [level, at])).toEqual([
    [2, 0],
    [1, 0],
  ])
  expect(course(builder, '2025-12-01')).toBeNull()
  expect(course(pair().depth('chen', 'li', 1, '2026-01-01'))).toBeNull()
})

test('authors are told apart by one letter, or two where one does not do', () => {
  const names = ['王磊', '王芳', '李娜', 'Ann Smith', 'Andy Jones', 'bob']
  const signs = authorSigns(new Map(names.map((name) => [PersonId.parse(name), name])))
  expect([...signs.values()]).toEqual(['王磊', '王芳', '李', 'AS', 'AJ', 'B'])
})
