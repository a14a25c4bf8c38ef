import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type InteractionLine, parseInteractionLine } from '../../../src-shared/interactionLine/parse'
import { addDays, Day } from '../../../src-shared/model/day'
import { OpportunityId, PersonId } from '../../../src-shared/model/ids'
import type { Opportunity } from '../../../src-shared/model/opportunity'
import type { Member } from '../../../src-shared/model/person'
import { InteractionKind, type Side } from '../../../src-shared/model/scales'

/** A Saturday. */
const on = Day.parse('2026-11-21')

function person(id: string, name: string, side: Side = 'theirs', latinName = ''): Member {
  const rest = { email: '', phone: '', note: '', secrecy: 'open', noteSecrecy: 'open', own: {}, sourceId: null } as const
  return { id: PersonId.parse(id), name, latinName, side, ...rest }
}
const people = [
  person('wang', '王建国'),
  person('li', '李敏', 'theirs', 'Li Min'),
  person('zhao', '赵强'),
  person('sun', '孙伟', 'theirs', 'Sun Wei'),
  person('smith', 'Anna Smith'),
  person('chen', '陈晨', 'ours'),
  person('me', '方晓舟', 'ours'),
  person('wei1', '张伟'),
  person('wei2', '张伟'),
]
const deal: Opportunity = {
  id: OpportunityId.parse('deal'),
  name: '配网改造',
} as Opportunity // the parser reads nothing else of it
const setting = { people, opportunities: [deal], on, me: PersonId.parse('me') }

const read = (line: string): InteractionLine | null => parseInteractionLine(line, setting)
const told = (line: string) => {
  const found = read(line)
  return found && [found.kind, found.participants.filter((id) => id !== 'me').join(' '), found.heldOn, found.summary]
}

describe('a line about an interaction', () => {
  it.each([
    ['拜访 王建国 昨天 配网方案交流', ['visit', 'wang', '2026-11-20', '配网方案交流']],
    ['昨天拜访王建国，交流配网方案', ['visit', 'wang', '2026-11-20', '交流配网方案']],
    ['给王建国打电话谈价格', ['call', 'wang', '2026-11-21', '谈价格']],
    ['前天下午3点和李敏、赵强开会讨论预算', ['meeting', 'li zhao', '2026-11-19', '15:00 讨论预算']],
    ['微信 wjg 上周三 样机试用反馈', ['wechat', 'wang', '2026-11-11', '样机试用反馈']],
    ['与wangjianguo吃饭 11月18日', ['meal', 'wang', '2026-11-18', '']],
    ['邮件 王总 三天前 关于付款条款', ['mail', 'wang', '2026-11-18', '付款条款']],
    ['参观 赵强 20号 示范工厂', ['event', 'zhao', '2026-11-20', '示范工厂']],
    ['回访李敏 两周前', ['visit', 'li', '2026-11-07', '']],
    ['本周一拜访孙伟 讨论会议安排', ['visit', 'sun', '2026-11-16', '讨论会议安排']],
    ['拜访 张三 谈验收', ['visit', '', '2026-11-21', '张三 谈验收']],
    ['call Li Min yesterday about price', ['call', 'li', '2026-11-20', 'price']],
    [
      'Met with Anna Smith and Zhao Qiang last Wednesday to discuss the budget',
      ['meeting', 'smith zhao', '2026-11-18', 'discuss the budget'],
    ],
    ['emailed Min Li 3 days ago: draft contract', ['mail', 'li', '2026-11-18', 'draft contract']],
    ['visit Sun Wei on 18 Nov', ['visit', 'sun', '2026-11-18', '']],
    ['lunch with Jianguo Wang 2026-11-02, new plant', ['meal', 'wang', '2026-11-02', 'new plant']],
    ['call Li Min tomorrow at 3pm about the offer', ['call', 'li', '2026-11-22', '15:00 the offer']],
    ['拜访 王建国 下周三 验收', ['visit', 'wang', '2026-11-25', '验收']],
  ])('%s', (line, expected) => {
    expect(told(line)).toEqual(expected)
  })

  it('is none where nothing says of which kind', () => {
    expect(read('王建国')).toBeNull()
    expect(read('')).toBeNull()
    expect(read('昨天 王建国 配网方案')).toBeNull()
    expect(read('讨论会议安排')).toBeNull()
  })

  it('has the user take part unless it names one of ours', () => {
    expect(read('拜访 王建国')?.participants).toEqual(['wang', 'me'])
    expect(read('陈晨 拜访 王建国')?.participants).toEqual(['chen', 'wang'])
    expect(parseInteractionLine('拜访 王建国', { ...setting, me: null })?.participants).toEqual(['wang'])
  })

  it('leaves open which of several people of one name is meant', () => {
    const found = read('拜访 张伟 昨天')
    expect(found?.participants).toEqual(['me'])
    expect(found?.unclear).toEqual([{ text: '张伟', people: ['wei1', 'wei2'] }])
  })

  it('names the deal that it speaks of, which stays in the summary', () => {
    expect(read('拜访 王建国 配网改造进度')).toMatchObject({ opportunityId: 'deal', summary: '配网改造进度' })
    expect(read('拜访 王建国')?.opportunityId).toBeNull()
  })

  it('reads the parts in any order, and each once', () => {
    const clear = people.filter(({ name }) => name !== '张伟' && name.length > 1)
    const parts = fc.record({
      who: fc.constantFrom(...clear.filter(({ side }) => side === 'theirs')),
      kind: fc.constantFrom(
        ...([
          ['拜访', 'visit'],
          ['call', 'call'],
          ['微信', 'wechat'],
          ['开会', 'meeting'],
          ['email', 'mail'],
        ] as const),
      ),
      ago: fc.constantFrom(
        ...([
          ['昨天', 1],
          ['yesterday', 1],
          ['前天', 2],
          ['2026-11-18', 3],
          ['3天前', 3],
        ] as const),
      ),
      what: fc.constantFrom('配网方案交流', '样机', 'pilot phase', '谈付款'),
      order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    })
    fc.assert(
      fc.property(parts, ({ who, kind: [word, kind], ago: [said, days], what, order }) => {
        const pieces = [who.name, word, said, what]
        const found = read(order.map((index) => pieces[index]).join(' '))
        expect(found).toMatchObject({ kind, heldOn: addDays(on, -days), participants: [who.id, 'me'], summary: what })
      }),
    )
  })

  it('loses no word and never fails', () => {
    const anything = fc.stringMatching(/^[一-鿿a-zA-Z0-9 ，。:]{0,40}$/)
    fc.assert(
      fc.property(fc.constantFrom('拜访', 'call'), anything, (word, rest) => {
        const found = read(`${word} ${rest}`)
        expect(found === null || InteractionKind.options.includes(found.kind)).toBe(true)
        expect(read(rest) === null || rest.length > 0).toBe(true)
      }),
    )
    expect(read('visit Quux Corp zyx')?.summary).toBe('Quux Corp zyx')
  })
})
