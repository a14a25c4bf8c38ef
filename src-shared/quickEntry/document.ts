import type { Chain, Depth, PoliticalStatus, Side, Stance, TieKind, TouchTier } from '../model/scales'

/** A place in the text: a line from 1, columns from 0 in UTF-16 units, the end exclusive. */
export interface Place {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** What a text said and where. */
export interface Said {
  readonly text: string
  readonly place: Place
}

/** A person as a text calls them; the mark (`#2`) tells people of one name apart and is empty where there is none. */
export interface QuickName extends Said {
  readonly mark: string
}

export interface QuickRole {
  /** Key of a role of the method. */
  readonly role: string
  /** Null: not said. */
  readonly chains: readonly Chain[] | null
}

export interface QuickDepth {
  /** Which of ours; null: the user. */
  readonly ours: QuickName | null
  readonly depth: Depth
  readonly place: Place
}

/** One line of the tree: a seat and, unless it is a placeholder, who holds it. What a line does not say is empty or null. */
export interface QuickPerson {
  readonly place: Place
  /** Null: the seat's holder is not known. */
  readonly name: QuickName | null
  /** The word that stood for the name of a placeholder, empty for everybody else. */
  readonly placeholder: string
  readonly title: string
  /** Department, a nested one as its path `A/B` or by the end of it. */
  readonly unit: string
  readonly tier: TouchTier | null
  readonly side: Side | null
  /** Null: not said; empty: the customer itself, or a company without a name. */
  readonly organization: string | null
  /** Index of the superior's line in `people`, always smaller than one's own. */
  readonly superior: number | null
  readonly roles: readonly QuickRole[]
  readonly stance: Stance | 'unknown' | null
  readonly political: PoliticalStatus | null
  readonly depths: readonly QuickDepth[]
}

export interface QuickTie {
  readonly place: Place
  readonly from: QuickName
  readonly to: QuickName
  readonly kind: TieKind
  /** 0–1; null: not said. */
  readonly strength: number | null
  readonly confidence: number | null
  /** Empty: not said. */
  readonly note: string
}

/** What a quick-entry text, a pasted table or a pasted list says. The text itself stays with whoever typed it. */
export interface QuickDocument {
  readonly account: Said | null
  readonly opportunity: Said | null
  /** In reading order: superiors before whoever is below them. */
  readonly people: readonly QuickPerson[]
  readonly ties: readonly QuickTie[]
}

/** A line that says nothing yet. */
export function emptyPerson(place: Place): QuickPerson {
  return {
    place,
    name: null,
    placeholder: '',
    title: '',
    unit: '',
    tier: null,
    side: null,
    organization: null,
    superior: null,
    roles: [],
    stance: null,
    political: null,
    depths: [],
  }
}

/**
 * The tier of each line, said or guessed: heads with somebody below them are executives, whoever is below an executive a manager, the
 * rest operational; a customer's person on a line of their own is taken for a manager.
 */
export function tiersOf(people: readonly QuickPerson[]): TouchTier[] {
  const heads = new Set(people.map((person) => person.superior))
  const tiers: TouchTier[] = []
  for (const [index, person] of people.entries()) {
    const above = person.superior === null ? undefined : tiers[person.superior]
    tiers.push(person.tier ?? (above ? tierBelow(above) : headTier(person.side, heads.has(index))))
  }
  return tiers
}

/** The guess for whoever reports to somebody of a tier. */
export function tierBelow(superior: TouchTier): TouchTier {
  return superior === 'executive' ? 'manager' : 'operational'
}

function headTier(side: Side | null, leads: boolean): TouchTier {
  if (leads) return 'executive'
  return side === null || side === 'theirs' ? 'manager' : 'operational'
}
