import type { Subject } from '../analytics/situation'
import type { PersonId } from '../model/ids'
import { roleWords } from '../scene/roleWords'
import type { TablePart } from './report'
import type { ReportSource } from './source'
import { tableOf } from './table'

/** Required roles of the opportunity with their holders; a role that nobody holds has a row too, for those who may know. */
export function roleTable(source: ReportSource): TablePart {
  const { t, profile, method } = source.input
  const { situation, evaluation } = source.figures
  const covered = new Map(evaluation.coverage?.roles.map((role) => [role.role, role]))
  const rows = situation.chain.roles.flatMap(({ role, weight, holders }) =>
    // That somebody is missing is a finding of ours.
    (holders.length > 0 || !profile.risk ? holders : [null]).map((holder) => ({
      role,
      weight,
      subject: subjectOf(source, holder),
    })),
  )
  return tableOf(
    source,
    { key: 'roles', title: t('report.roles.title'), empty: t('report.roles.empty') },
    [
      { words: t('report.column.role'), width: 3, cell: ({ role }) => roleWords(role, method, t).label },
      {
        words: t('report.column.name'),
        width: 3,
        cell: ({ subject }) => (subject ? source.name(subject.id) : t('report.roles.nobody')),
      },
      { words: t('report.column.title'), width: 4, cell: ({ subject }) => (subject ? source.title(subject.id) : '') },
      {
        words: t('report.column.stance'),
        width: 2,
        shown: profile.stance,
        cell: ({ subject }) => (subject ? t(`model.stance.${subject.stance ?? 'unknown'}`) : ''),
      },
      {
        words: t('report.column.knownBy'),
        width: 4,
        shown: profile.depth,
        cell: ({ subject }) => (subject ? knownBy(source, subject) : ''),
      },
      {
        words: t('report.column.coverage'),
        width: 2,
        shown: profile.depth && profile.stance,
        number: ({ role }) => 100 * (covered.get(role)?.value ?? 0),
        style: 0,
      },
      {
        words: t('report.column.weight'),
        width: 1,
        shown: profile.depth,
        number: ({ weight }) => weight,
        style: 0,
      },
    ],
    rows,
  )
}

/** Everyone on the map, theirs and third parties first. */
export function peopleTable(source: ReportSource): TablePart {
  const { t, profile, method } = source.input
  const { situation } = source.figures
  const people = [...situation.theirs.map(({ presence }) => presence), ...situation.ours]
  const units = new Map(source.graph.units.map(({ id, name }) => [id, name]))
  const organizations = new Map(source.graph.organizations.map(({ id, name }) => [id, name]))
  return tableOf(
    source,
    { key: 'people', title: t('report.people.title'), empty: t('report.people.empty') },
    [
      { words: t('report.column.name'), width: 3, cell: ({ person }) => person.name },
      { words: t('report.column.title'), width: 4, cell: ({ person }) => source.title(person.id) },
      {
        words: t('report.column.department'),
        width: 3,
        cell: ({ seats }) =>
          distinct(
            source,
            seats.map(({ state }) => (state.unitId && units.get(state.unitId)) ?? ''),
          ),
      },
      {
        words: t('report.column.organization'),
        width: 3,
        cell: ({ seats }) =>
          distinct(
            source,
            seats.map(({ seat }) => organizations.get(seat.organizationId) ?? ''),
          ),
      },
      { words: t('report.column.side'), width: 2, cell: ({ person }) => t(`model.side.${person.side}`) },
      { words: t('report.column.tier'), width: 2, cell: ({ tier }) => t(`model.tier.${tier}`) },
      {
        words: t('report.column.role'),
        width: 3,
        cell: ({ person }) =>
          (situation.chain.rolesOf.get(person.id) ?? []).map((role) => roleWords(role, method, t).label).join(source.separator),
      },
      {
        words: t('report.column.stance'),
        width: 2,
        shown: profile.stance,
        cell: ({ person }) =>
          person.side === 'ours' ? '' : t(`model.stance.${subjectOf(source, person.id)?.stance ?? 'unknown'}`),
      },
      {
        words: t('report.column.political'),
        width: 2,
        shown: profile.political,
        cell: ({ person }) => {
          const political = subjectOf(source, person.id)?.political
          return political ? t(`model.political.${political}`) : ''
        },
      },
      {
        words: t('report.column.depth'),
        width: 1,
        shown: profile.depth,
        number: ({ person }) => subjectOf(source, person.id)?.depth,
        style: 0,
      },
      { words: t('report.column.email'), width: 3, shown: profile.contacts, cell: ({ person }) => person.email },
      { words: t('report.column.phone'), width: 3, shown: profile.contacts, cell: ({ person }) => person.phone },
    ],
    people,
  )
}

/** Who of ours knows whom of theirs, and how deep we want it. */
export function pairTable(source: ReportSource, ofOurs?: ReadonlySet<PersonId>): TablePart {
  const { t } = source.input
  const targets = new Map(source.graph.targetDepths.map((target) => [`${target.ownPersonId} ${target.subjectId}`, target.depth]))
  const pairs = source.figures.situation.theirs
    .flatMap((subject) => subject.pairs.map((pair) => ({ ...pair, subject })))
    .filter(({ ownPersonId }) => ofOurs === undefined || ofOurs.has(ownPersonId))
  return tableOf(
    source,
    { key: 'pairs', title: t('report.pairs.title'), empty: t('report.pairs.empty') },
    [
      { words: t('report.column.ours'), width: 3, cell: ({ ownPersonId }) => source.name(ownPersonId) },
      { words: t('report.column.theirs'), width: 5, cell: ({ subject }) => source.nameAndTitle(subject.id) },
      { words: t('report.column.depth'), width: 2, number: ({ depth }) => depth, style: 0 },
      {
        words: t('report.column.target'),
        width: 2,
        number: ({ ownPersonId, subject }) => targets.get(`${ownPersonId} ${subject.id}`),
        style: 0,
      },
      { words: t('report.column.lastContact'), width: 3, day: ({ touchedOn }) => touchedOn },
    ],
    pairs,
  )
}

/** Ties among those who are there. */
export function tieTable(source: ReportSource): TablePart {
  const { t, profile } = source.input
  return tableOf(
    source,
    { key: 'ties', title: t('report.ties.title'), empty: t('report.ties.empty') },
    [
      { words: t('report.column.from'), width: 4, cell: ({ fromPersonId }) => source.nameAndTitle(fromPersonId) },
      { words: t('report.column.tie'), width: 2, cell: ({ kind }) => t(`model.tie.${kind}`) },
      { words: t('report.column.to'), width: 4, cell: ({ toPersonId }) => source.nameAndTitle(toPersonId) },
      { words: t('report.column.strength'), width: 1, number: ({ strength }) => strength, style: 1 },
      { words: t('report.column.note'), width: 4, shown: profile.notes, cell: ({ note }) => note },
    ],
    source.figures.situation.snapshot.ties,
  )
}

function subjectOf(source: ReportSource, id: PersonId | null): Subject | undefined {
  const { theirs, placeOf } = source.figures.situation
  return id === null ? undefined : theirs[placeOf.get(id) ?? -1]
}

function knownBy(source: ReportSource, { pairs }: Subject): string {
  const { t } = source.input
  const known = pairs.filter(({ depth }) => depth >= 1).sort((a, b) => b.depth - a.depth)
  if (known.length === 0) return t('report.roles.unknownToUs')
  return known.map(({ ownPersonId, depth }) => `${source.name(ownPersonId)} ${source.figure(depth, 0)}`).join(source.separator)
}

function distinct({ separator }: ReportSource, words: readonly string[]): string {
  return [...new Set(words.filter((word) => word !== ''))].join(separator)
}
