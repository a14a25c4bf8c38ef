import * as english from 'chrono-node/en'
import * as chinese from 'chrono-node/zh'

const digits = '一二三四五六七八九十'

/** `三`, `十二`, `12` as a number. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '两') return 2
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text]
  const ten = tens === '' ? 1 : tens === '0' ? 0 : digits.indexOf(tens) + 1
  return 10 * ten + digits.indexOf(ones) + 1
}

/** Chinese as chrono reads it, and what it leaves out: `三天前`, `两周前`, `20号`. */
export const zh = chinese.hans.casual.clone()
zh.parsers.push(
  {
    pattern: () => /(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(天|日|个?星期|个?礼拜|周|个月)(?:以|之)?前/,
    extract: (context, match) => {
      const count = numberOf(match[1] ?? '')
      const unit = match[2] ?? ''
      const components = context.createParsingComponents()
      const day = new Date(context.refDate)
      if (unit === '个月') day.setMonth(day.getMonth() - count)
      else day.setDate(day.getDate() - count * (/天|日/.test(unit) ? 1 : 7))
      return components
        .assign('year', day.getFullYear())
        .assign('month', day.getMonth() + 1)
        .assign('day', day.getDate())
    },
  },
  {
    pattern: () => /(?<![\d月])(\d{1,2})[号號](?!楼|线|机|站|院|门|厅|馆|店)/,
    extract: (context, match) => {
      const day = Number(match[1])
      if (day < 1 || day > 31) return null
      return context.createParsingComponents({ day })
    },
  },
)

/** Days before months first; what names the month before the day second. */
export const en = [english.GB, english.casual] as const
