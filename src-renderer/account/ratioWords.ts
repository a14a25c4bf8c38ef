import type { Method } from '../../src-shared/model/method'
import { ConfidenceWord, StrengthWord } from '../../src-shared/model/scales'

/** The word of the scale whose number is nearest, of two equally near the weaker: files may carry any number. */
export function nearestStrength(method: Method, ratio: number): StrengthWord {
  return nearest(StrengthWord.options, method.strength, ratio)
}

export function nearestConfidence(method: Method, ratio: number): ConfidenceWord {
  return nearest(ConfidenceWord.options, method.confidence, ratio)
}

function nearest<W extends string>(words: readonly W[], numbers: Readonly<Record<W, number>>, ratio: number): W {
  return words.reduce((best, word) => (Math.abs(numbers[word] - ratio) < Math.abs(numbers[best] - ratio) ? word : best))
}
