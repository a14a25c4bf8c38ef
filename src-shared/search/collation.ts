/** The order of names in lists: Chinese by pinyin, Latin by the alphabet, numbers by value. */
export const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true })
