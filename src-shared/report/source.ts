import { type AccountFigures, accountFigures } from '../analytics/accountFigures'
import type { ListedTask } from '../contract/taskEndpoints'
import { dayText, figureText, percentText } from '../i18n/format'
import type { Translate } from '../i18n/translate'
import type { Day } from '../model/day'
import type { AccountGraph, Drawing } from '../model/graph'
import type { OpportunityId, PersonId } from '../model/ids'
import type { Language } from '../model/language'
import type { LensId } from '../model/lens'
import type { Method } from '../model/method'
import { mayLeave, type RedactionProfile } from '../model/redaction'
import type { Layer } from '../answers'
import { redacted, withoutLeftOut } from '../scene/redact'
import { type Words, wordsIn } from '../scene/words'

/** What a report is read from: a screen on a wall, or paper in the hand, which a reader also enlarges at will. */
export type Medium = 'slides' | 'paper'

/** What a report is asked for. */
export interface ReportInput {
  readonly graph: AccountGraph
  /** Of the account, open and done. */
  readonly tasks: readonly ListedTask[]
  readonly method: Method
  readonly language: Language
  readonly medium: Medium
  readonly t: Translate
  readonly on: Day
  /** null: the account as a whole. */
  readonly opportunityId: OpportunityId | null
  readonly profile: RedactionProfile
  /** How the map of a deck that holds one map is drawn. */
  readonly drawing: Drawing
  readonly layer: Layer
  readonly foldedUnits: ReadonlySet<string>
  readonly since: Day
  readonly lens: LensId | null
  /** Who leaves, of a hand-over and a departure drill. */
  readonly leaves: readonly PersonId[]
}

/**
 * What the parts of a report are made from: what the reader may see of an account, and words for it. Parts ask nothing else, so that
 * what is held back here cannot come out anywhere.
 */
export class ReportSource {
  readonly graph: AccountGraph
  readonly tasks: readonly ListedTask[]
  readonly figures: AccountFigures
  private readonly names: ReadonlyMap<PersonId, string>
  private readonly titles: ReadonlyMap<PersonId, string>
  private readonly word: Words

  constructor(readonly input: ReportInput) {
    const { graph, profile, on, opportunityId, method, t } = input
    this.word = wordsIn(t)
    this.graph = redacted(graph, on, profile)
    this.figures = accountFigures(this.graph, opportunityId, on, method)
    this.names = new Map(this.graph.people.map(({ id, name }) => [id, name]))
    this.titles = new Map(
      [...this.figures.situation.snapshot.people].map(([id, { seats }]) => [
        id,
        seats.map(({ state }) => state.title).join(this.separator),
      ]),
    )
    const said = withoutLeftOut(graph, this.graph)
    this.tasks = profile.strategies
      ? input.tasks
          .filter((task) => mayLeave(task.secrecy, profile) && (task.personId === null || this.names.has(task.personId)))
          .map((task) => ({ ...task, title: said(task.title), note: said(task.note) }))
      : []
  }

  /** Empty for somebody whom the reader may not see. */
  name(id: PersonId | null): string {
    return (id !== null && this.names.get(id)) || ''
  }

  /** Name with title, as one would introduce somebody. */
  nameAndTitle(id: PersonId): string {
    return [this.name(id), this.title(id)].filter((part) => part !== '').join(this.separator)
  }

  title(id: PersonId): string {
    return this.titles.get(id) ?? ''
  }

  get separator(): string {
    return this.word('map.separator')
  }

  figure(value: number | null | undefined, digits: number): string {
    return value === null || value === undefined ? '–' : figureText(value, digits, this.input.language)
  }

  percent(share: number | null | undefined): string {
    return share === null || share === undefined ? '–' : percentText(share, this.input.language)
  }

  day(day: Day | null): string {
    return day === null ? '' : dayText(day, this.input.language)
  }
}
