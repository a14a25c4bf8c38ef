/** Scripts that write the family name first and no blank behind it. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** A name from its parts: 沈 + 弘毅 → 沈弘毅, Shen + Hongyi → Hongyi Shen. */
export function joinedName(family: string, given: string, middle = ''): string {
  const parts = [family, given, middle].map((part) => part.trim())
  const [last = '', first = '', between = ''] = parts
  if (FAMILY_FIRST.test(parts.join(''))) return [last, between, first].join('')
  return [first, between, last].filter((part) => part !== '').join(' ')
}

/** A mail address as it is compared; '' where there is none. Of several the first counts. */
export function mailKey(email: string): string {
  const address =
    email
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .split(/[\s,;]+/)[0] ?? ''
  return address.includes('@') ? address : ''
}

/** Digits that a telephone number has at least, to be anybody's. */
const FEWEST_DIGITS = 7
/** Chinese mobile numbers have eleven digits, with or without the country before them. */
const CHINESE_MOBILE = /^(?:00)?86(1\d{10})$/

/** A telephone number as it is compared: its digits, without what only some write; '' where there are too few. */
export function phoneKey(phone: string): string {
  const number = phone.normalize('NFKC').split(/[;,/]|ext|转|:::/i)[0] ?? ''
  const digits = number.replace(/\D/g, '')
  if (digits.length < FEWEST_DIGITS) return ''
  return CHINESE_MOBILE.exec(digits)?.[1] ?? digits.replace(/^00/, '')
}
