import { translator } from '../i18n/translate'
import type { Language } from '../model/language'
import type { Method } from '../model/method'
import type { Place } from './document'
import { chains, politicalStatuses, rolesOf, stances, tiers } from './words'

/**
 * What a text may leave open, each with the parameters its sentence names (`quickEntry.problem.<code>`). Of an error the part at its
 * place is not taken over; a warning says how it was understood.
 */
export interface ProblemParams {
  // Reading
  unknown_role: { value: string }
  unknown_chain: { value: string }
  unknown_stance: { value: string }
  unknown_political: { value: string }
  unknown_tier: { value: string }
  depth_range: { value: string }
  quote_open: { value: string }
  bracket_open: { value: string }
  empty_sign: { value: string }
  name_missing: { value: string }
  header_twice: { value: string }
  tie_incomplete: { value: string }
  tie_extra: { value: string }
  // A pasted table
  column_unknown: { value: string }
  nothing_understood: { value: string }
  // Matching
  name_ambiguous: { name: string; count: number }
  only_mentioned: { name: string }
  further_seat: { name: string; title: string }
  other_account: { value: string; name: string }
  other_organization: { name: string; organization: string }
  opportunity_missing: { name: string }
  reporting_loop: { name: string; superior: string }
  ours_judged: { name: string }
  me_unknown: { name: string }
  stance_known: { name: string }
  self_tie: { name: string }
}

export type ProblemCode = keyof ProblemParams

/** Understood in some way that somebody should look at; everything else is an error. */
const warnings: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'quote_open',
  'bracket_open',
  'column_unknown',
  'only_mentioned',
  'further_seat',
  'other_account',
  'other_organization',
  'stance_known',
])

export interface Problem {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  readonly place: Place
  readonly params: Readonly<Record<string, string | number>>
}

/** Problems as they are found. */
export class Problems {
  readonly found: Problem[] = []

  add<C extends ProblemCode>(code: C, place: Place, params: ProblemParams[C]): void {
    this.found.push({ code, severity: warnings.has(code) ? 'warning' : 'error', place, params })
  }
}

/** The sentence of a problem, with the words that could stand in its place. */
export function tellProblem(problem: Problem, language: Language, method: Method): string {
  return translator(language)(`quickEntry.problem.${problem.code}`, {
    ...problem.params,
    words: wordsFor(problem.code, language, method),
  })
}

function wordsFor(code: ProblemCode, language: Language, method: Method): string {
  switch (code) {
    case 'unknown_role':
      return rolesOf(method).list(language)
    case 'unknown_chain':
      return chains.list(language)
    case 'unknown_stance':
      return stances.list(language)
    case 'unknown_political':
      return politicalStatuses.list(language)
    case 'unknown_tier':
      return tiers.list(language)
    default:
      return ''
  }
}
