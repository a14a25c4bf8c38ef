import { collator } from '../account/search'

export interface Sort<Key extends string> {
  readonly by: Key
  readonly descending: boolean
}

/**
 * Items in the order of what `valueOf` tells of them, texts by pinyin; null, which is not known, comes last either way.
 * @param otherwise the order of equal ones, the same either way
 */
export function sortedBy<Item>(
  items: readonly Item[],
  descending: boolean,
  valueOf: (item: Item) => string | number | null,
  otherwise: (a: Item, b: Item) => number,
): Item[] {
  const sign = descending ? -1 : 1
  const keyed = items.map((item) => ({ item, value: valueOf(item) }))
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || otherwise(a.item, b.item)
    }
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : collator.compare(String(a.value), String(b.value))
    return sign * order || otherwise(a.item, b.item)
  })
  return keyed.map(({ item }) => item)
}
