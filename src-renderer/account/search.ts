import { useEffect, useState } from 'react'

export { collator } from '../../src-shared/search/collation'

/** Whether a query finds a text: as it is written, or its Chinese by full pinyin, initials or a mix of both. */
export type Matcher = (query: string, ...texts: readonly string[]) => boolean

type PinyinMatch = (text: string, query: string) => boolean

const han = /\p{Script=Han}/u
const latin = /[a-z]/i

let loading: Promise<PinyinMatch> | null = null

/** The pinyin dictionary is a megabyte, so it comes when somebody is about to search. */
function loadPinyin(): Promise<PinyinMatch> {
  return (loading ??= import('pinyin-pro').then(({ match }) => {
    return (text, query) => match(text, query, { continuous: true, precision: 'start', lastPrecision: 'start' }) !== null
  }))
}

function matcher(pinyin: PinyinMatch | null): Matcher {
  return (query, ...texts) => {
    const words = query.trim().toLowerCase()
    if (words === '') return true
    const letters = words.replaceAll(/[\s']/g, '')
    return texts.some(
      (text) =>
        text.toLowerCase().includes(words) || (pinyin !== null && latin.test(letters) && han.test(text) && pinyin(text, letters)),
    )
  }
}

/** A matcher that learns pinyin as soon as its dictionary is there. */
export function useMatcher(): Matcher {
  const [current, setCurrent] = useState<{ readonly match: Matcher }>(() => ({ match: matcher(null) }))
  useEffect(() => {
    let gone = false
    void loadPinyin().then((pinyin) => {
      if (!gone) setCurrent({ match: matcher(pinyin) })
    })
    return () => {
      gone = true
    }
  }, [])
  return current.match
}
