import type { InteractionKind } from '../model/scales'

/** How each kind is called when somebody notes it down, in either language; longer words first where one holds another. */
const wordsOfKind: Record<InteractionKind, readonly string[]> = {
  visit: ['上门拜访', '登门拜访', '拜访', '走访', '登门', '上门', '回访', 'visited', 'visiting', 'visit', 'saw'],
  call: [
    '打了个电话',
    '打了电话',
    '打电话',
    '通电话',
    '电话会',
    '电话',
    '致电',
    '通话',
    'phoned',
    'phone',
    'called',
    'call',
    'rang',
  ],
  mail: [
    '发邮件',
    '发了邮件',
    '电子邮件',
    '邮件',
    '电邮',
    'e-mailed',
    'e-mail',
    'emailed',
    'email',
    'mailed',
    'mail',
    'wrote to',
  ],
  wechat: ['发微信', '微信', 'wechatted', 'wechat'],
  meal: [
    '请吃饭',
    '吃饭',
    '聚餐',
    '宴请',
    '饭局',
    '午餐',
    '晚餐',
    '午饭',
    '晚饭',
    '早餐',
    'breakfast',
    'lunch',
    'dinner',
    'meal',
  ],
  event: ['展会', '论坛', '沙龙', '活动', '参观', '发布会', 'conference', 'exhibition', 'trade fair', 'event'],
  meeting: ['开了个会', '开了会', '开会', '会议', '会谈', '会面', '见面', '座谈', '碰头', 'met', 'meeting', 'meet'],
}

/** A word that names a kind, where it stands. */
export interface KindWord {
  readonly kind: InteractionKind
  readonly from: number
  readonly to: number
}

const latin = /^[a-z]/
const entries = Object.entries(wordsOfKind)
  // The keys of a record are its own kinds; Object.entries forgets them.
  .flatMap(([kind, words]) => words.map((word) => ({ kind: kind as InteractionKind, word })))
  .sort((a, b) => b.word.length - a.word.length)

/** Every word of a kind in a text, the first first; of overlapping ones the longest. @param text in small letters */
export function kindWords(text: string): KindWord[] {
  const found: KindWord[] = []
  for (const { kind, word } of entries) {
    for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + 1)) {
      const to = from + word.length
      if (latin.test(word) && !standsAlone(text, from, to)) continue
      if (!found.some((other) => from < other.to && other.from < to)) found.push({ kind, from, to })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** The kind that a text speaks of first, as the title of an entry in a calendar does; null: none. */
export function interactionKindIn(text: string): InteractionKind | null {
  return kindWords(text.normalize('NFKC').toLowerCase())[0]?.kind ?? null
}

/** No Latin letter or digit before or behind it. */
export function standsAlone(text: string, from: number, to: number): boolean {
  return !/[a-z0-9]/i.test(text.charAt(from - 1)) && !/[a-z0-9]/i.test(text.charAt(to))
}
