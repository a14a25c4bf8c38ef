import { AccountId, OpportunityId, OrganizationId, PersonId, SeatId } from '../../../src-shared/model/ids'
import { Day } from '../../../src-shared/model/day'
import { AccountGraph, noRows } from '../../../src-shared/model/graph'
import type { Method } from '../../../src-shared/model/method'
import { shippedMethod } from '../../../src-shared/model/method'
import type {
  PoliticalStatus,
  Side,
  SignalKind,
  SignalState,
  Stance,
  StrategyStatus,
  TieKind,
  TouchTier,
} from '../../../src-shared/model/scales'
import { type Evaluation, evaluate } from '../../../src-shared/analytics/evaluation'
import { type Situation, situation } from '../../../src-shared/analytics/situation'
import type { z } from 'zod'

/** The day most tests look at. */
export const TODAY = Day.parse('2026-06-30')
export const DEAL = OpportunityId.parse('deal')

export const day = (text: string): Day => Day.parse(text)
export const person = (id: string): PersonId => PersonId.parse(id)

interface PersonOptions {
  readonly tier?: TouchTier
  readonly reportsTo?: string
  readonly from?: string
  readonly to?: string
  readonly name?: string
  readonly sourceId?: string
  readonly organization?: string
}

/**
 * Builds an account in the order one tells it; a person's seat is `seat-ID`. Rows are checked by the model's own schema when
 * the graph is taken out.
 */
export class GraphBuilder {
  private readonly rows: z.input<typeof AccountGraph> = {
    account: {
      id: AccountId.parse('account'),
      name: 'Acme',
      organizationId: OrganizationId.parse('customer'),
      ownerId: null,
      class: null,
      lifecycle: 'growth',
      industry: '',
      position: 0,
      own: {},
    },
    organizations: [
      { id: 'customer', name: 'Acme', kind: 'customer', parentId: null },
      { id: 'own', name: 'We', kind: 'own', parentId: null },
      { id: 'adviser', name: 'Institute', kind: 'third-party', parentId: null },
    ],
    ...noRows(),
  }
  private count = 0

  constructor() {
    this.opportunity('deal')
  }

  theirs(id: string, options: PersonOptions = {}): this {
    return this.person(id, 'theirs', 'customer', options)
  }

  ours(id: string, options: PersonOptions = {}): this {
    return this.person(id, 'ours', 'own', options)
  }

  thirdParty(id: string, options: PersonOptions = {}): this {
    return this.person(id, 'third-party', 'adviser', options)
  }

  /** A seat that nobody holds. */
  vacant(seatId: string, options: PersonOptions = {}): this {
    return this.seat(seatId, 'theirs', 'customer', options)
  }

  /** Puts somebody known into a further seat. */
  holds(id: string, seatId: string, options: PersonOptions = {}): this {
    this.rows.tenures.push({ id: this.next('tenure'), personId: id, seatId, ...validity(options) })
    return this
  }

  /** Ends all tenures of somebody. */
  leaves(id: string, on: string): this {
    for (const tenure of this.rows.tenures) if (tenure.personId === id) tenure.validTo = on
    return this
  }

  tie(
    from: string,
    to: string,
    kind: TieKind,
    strength = 0.6,
    confidence = 1,
    dates: { readonly from?: string; readonly to?: string } = {},
  ): this {
    this.rows.ties.push({
      id: this.next('tie'),
      fromPersonId: from,
      toPersonId: to,
      kind,
      strength,
      confidence,
      note: '',
      secrecy: 'open',
      own: {},
      ...validity(dates),
    })
    return this
  }

  opportunity(id: string, switchedOffRoles: string[] = []): this {
    this.rows.opportunities = this.rows.opportunities.filter((row) => row.id !== id)
    this.rows.opportunities.push({
      id,
      accountId: 'account',
      name: id,
      stage: 1,
      amount: null,
      currency: '',
      openedOn: null,
      expectedCloseOn: null,
      switchedOffRoles,
      position: 0,
      own: {},
    })
    return this
  }

  /** Gives the seat of a person (or a vacant seat) a role. */
  role(holder: string, role: string, options: { readonly in?: string; readonly from?: string; readonly to?: string } = {}): this {
    const seatId = this.rows.people.some(({ id }) => id === holder) ? `seat-${holder}` : holder
    this.rows.decisionRoles.push({
      id: this.next('role'),
      opportunityId: options.in ?? 'deal',
      seatId,
      role,
      chains: ['commercial'],
      own: {},
      ...validity(options),
    })
    return this
  }

  stance(subject: string, value: Stance, options: JudgementOptions = {}): this {
    return this.judgement(subject, 'stance', value, null, options)
  }

  political(subject: string, value: PoliticalStatus, options: JudgementOptions = {}): this {
    return this.judgement(subject, 'political', value, null, options)
  }

  /** Depth of a pair; on the day looked at unless said otherwise. */
  depth(own: string, subject: string, value: number, on: string | null = TODAY, options: JudgementOptions = {}): this {
    return this.judgement(subject, 'depth', String(value), own, { ...options, on })
  }

  met(on: string | null, ...participants: string[]): this {
    this.rows.interactions.push({
      id: this.next('interaction'),
      accountId: 'account',
      opportunityId: null,
      heldOn: on,
      kind: 'visit',
      summary: '',
      secrecy: 'open',
      own: {},
      participants,
    })
    return this
  }

  signal(id: string, kind: SignalKind, on: string | null, confidence = 1, state: SignalState = 'recorded'): this {
    this.rows.signals.push({
      id: this.next('signal'),
      accountId: 'account',
      personId: id,
      kind,
      notedOn: on,
      confidence,
      source: '',
      state,
      own: {},
    })
    return this
  }

  /** In the deal unless said otherwise; null: about the account as a whole. */
  strategy(subject: string, options: StrategyOptions = {}): this {
    this.rows.strategies.push({
      id: this.next('strategy'),
      accountId: 'account',
      opportunityId: options.in === undefined ? DEAL : options.in,
      personId: subject,
      role: options.role ?? null,
      objective: '',
      message: '',
      materials: '',
      ownerId: null,
      dueOn: options.dueOn ?? null,
      status: options.status ?? 'planned',
      result: '',
      madeOn: options.madeOn ?? TODAY,
      secrecy: 'team',
      own: {},
    })
    return this
  }

  graph(): AccountGraph {
    return AccountGraph.parse(this.rows)
  }

  /** The situation of the deal (or of another opportunity, or of none) on a day. */
  situation(options: { readonly on?: string; readonly in?: string | null; readonly method?: Method } = {}): Situation {
    const opportunity = options.in === undefined ? DEAL : options.in === null ? null : OpportunityId.parse(options.in)
    return situation(this.graph(), opportunity, day(options.on ?? TODAY), options.method ?? shippedMethod)
  }

  evaluate(options: { readonly on?: string; readonly in?: string | null; readonly method?: Method } = {}): Evaluation {
    return evaluate(this.situation(options))
  }

  private person(id: string, side: Side, organization: string, options: PersonOptions): this {
    this.rows.people.push({
      id,
      name: options.name ?? id,
      latinName: '',
      email: '',
      phone: '',
      note: '',
      secrecy: 'open',
      noteSecrecy: 'open',
      own: {},
      side,
      sourceId: options.sourceId ?? null,
    })
    this.seat(`seat-${id}`, side, organization, options)
    return this.holds(id, `seat-${id}`, options)
  }

  private seat(seatId: string, side: Side, organization: string, options: PersonOptions): this {
    this.rows.seats.push({ id: seatId, organizationId: options.organization ?? organization, side, sourceId: null, own: {} })
    const superior = options.reportsTo
    this.rows.seatStates.push({
      id: this.next('state'),
      seatId,
      title: seatId,
      unitId: null,
      tier: options.tier ?? 'manager',
      reportsToSeatId: superior === undefined ? null : SeatId.parse(superior.startsWith('seat-') ? superior : `seat-${superior}`),
      validFrom: null,
      validTo: null,
      recordedOn: TODAY,
    })
    return this
  }

  private judgement(
    subject: string,
    kind: 'stance' | 'depth' | 'political',
    value: string,
    own: string | null,
    options: JudgementOptions,
  ): this {
    this.count++
    this.rows.judgements.push({
      id: `judgement-${this.count}`,
      subjectId: subject,
      authorId: null,
      ownPersonId: own,
      opportunityId: options.in ?? null,
      organizationId: options.organization ?? null,
      kind,
      value,
      madeOn: options.on === undefined ? TODAY : options.on,
      expiresOn: options.expires ?? null,
      confidence: 1,
      evidence: options.evidence ?? '',
      secrecy: 'open',
      recordedSeq: this.count,
      own: {},
    })
    return this
  }

  private next(kind: string): string {
    this.count++
    return `${kind}-${String(this.count).padStart(6, '0')}`
  }
}

interface StrategyOptions {
  readonly in?: string | null
  readonly role?: string
  readonly status?: StrategyStatus
  readonly dueOn?: string
  readonly madeOn?: string
}

interface JudgementOptions {
  /** null: undated. */
  readonly on?: string | null
  readonly expires?: string
  readonly in?: string
  readonly organization?: string
  readonly evidence?: string
}

function validity(dates: { readonly from?: string; readonly to?: string }): {
  validFrom: string | null
  validTo: string | null
  recordedOn: string
} {
  return { validFrom: dates.from ?? null, validTo: dates.to ?? null, recordedOn: TODAY }
}
