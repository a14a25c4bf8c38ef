import fc from 'fast-check'
import { AccountGraph, noRows } from '../../../src-shared/model/graph'
import { shippedMethod } from '../../../src-shared/model/method'
import { PoliticalStatus, type Side, Stance, StrengthWord, TieKind, TouchTier } from '../../../src-shared/model/scales'
import { Day } from '../../../src-shared/model/day'
import { OpportunityId } from '../../../src-shared/model/ids'

export const TODAY = Day.parse('2026-06-30')
export const DEAL = OpportunityId.parse('deal')

/** Any text that a name or title may be: what no keyboard layout, script or spreadsheet would keep anybody from. */
export const nastyText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom('王建国', '李敏', '欧阳慕容', '赵强', '王伟', '阿不都热依木·买买提') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'Wang Jianguo',
        'Anna Head',
        'Anne-Marie O’Neill',
        'Li Lei',
        'LiLei',
        'Malcolm x',
        "D'Arcy",
        '王Wang',
      ),
    },
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        '"',
        '\\',
        '#1',
        'A#2',
        '(待定)',
        'TBD',
        '@总部',
        '!决策',
        '+支持',
        '-反对',
        '? 未知',
        'd2(陈晨)',
        'd2',
        '// 注',
        '[我方]',
        '[x]',
        'a, b',
        'a | b',
        'a -> b',
        'A x B',
        'A = B',
        '甲 ~ 乙',
        '× ×',
        '换\n行',
        '制\t表',
        'a  b',
        '- a',
        '* a',
        '·',
        '“引”',
        '「引',
        '»',
        '强',
        'strong',
        '0.5',
        '/',
        'A / B',
        '客户: 乙',
        'Customer Care',
        'CFO',
        'x',
        '全角　空格',
        '（王）',
        '总监（代）',
        '长'.repeat(300),
        '😀 emoji',
        '？',
        '。',
        'a // b',
        '王//李',
        '--',
        '->',
        '=>',
        '\u2028',
      ),
    },
    { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }) },
    {
      weight: 2,
      arbitrary: fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...' "\\#@!^*+-=?[](),|;:/x~<>→王李aB1') }),
    },
  )
  .map((text) => text.trim())
  .filter((text) => text !== '')

const side: fc.Arbitrary<Side> = fc.constantFrom('theirs', 'theirs', 'theirs', 'third-party', 'ours')

/** A slash would be the way down to a department below. */
const unitName = nastyText.map((text) => text.replaceAll('/', '').trim() || '部')

const seatPlan = fc.record({
  side,
  name: nastyText,
  isVacant: fc.nat(6).map((n) => n === 0),
  title: fc.oneof(fc.constant('总经理'), nastyText),
  unit: fc.array(unitName, { maxLength: 2 }),
  organization: fc.nat(1),
  tier: fc.constantFrom(...TouchTier.options),
  superior: fc.option(fc.nat(), { nil: null }),
  roles: fc.subarray(shippedMethod.roles.map(({ key }) => key)),
  chains: fc.subarray(['technical', 'commercial', 'approval', 'hidden'] as const),
  stance: fc.option(fc.constantFrom(...Stance.options), { nil: null }),
  political: fc.option(fc.constantFrom(...PoliticalStatus.options), { nil: null }),
  depth: fc.option(fc.record({ own: fc.nat(), value: fc.nat(4) }), { nil: null }),
})

const tiePlan = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  kind: fc.constantFrom(...TieKind.options),
  strength: fc.oneof(
    fc.constantFrom(...StrengthWord.options).map((word) => shippedMethod.strength[word]),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  confidence: fc.oneof(fc.constantFrom(0.4, 0.7, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  note: fc.oneof(fc.constant(''), nastyText),
})

/** Small accounts with names that a text has trouble with. Equal names are people of their own. */
export const anyGraph: fc.Arbitrary<AccountGraph> = fc
  .record({
    account: nastyText,
    deal: nastyText,
    organizations: fc.uniqueArray(nastyText, { minLength: 6, maxLength: 6 }),
    seats: fc.array(seatPlan, { minLength: 1, maxLength: 9 }),
    ties: fc.array(tiePlan, { maxLength: 5 }),
  })
  .map(({ account, deal, organizations, seats, ties }) => {
    // -0 is written as 0.
    const positive = (value: number) => value + 0
    const ofSide: Record<Side, number> = { theirs: 0, 'third-party': 2, ours: 4 }
    const people = seats.flatMap((seat, index) => (seat.isVacant ? [] : [{ ...seat, id: `p${index}` }]))
    const ours = people.filter((person) => person.side === 'ours')
    const judged = people.filter((person) => person.side !== 'ours')
    const organizationOf = (seat: { side: Side; organization: number }) => ofSide[seat.side] + seat.organization
    type Path = readonly string[]
    const keyOf = (seat: (typeof seats)[number], path: Path) => JSON.stringify([organizationOf(seat), ...path])
    const paths = seats.flatMap((seat) => seat.unit.map((_name, depth) => ({ seat, path: seat.unit.slice(0, depth + 1) })))
    const unitKeys = [...new Set(paths.map(({ seat, path }) => keyOf(seat, path)))]
    const unitOf = (seat: (typeof seats)[number], path: Path) =>
      path.length === 0 ? null : `u${unitKeys.indexOf(keyOf(seat, path))}`
    const units = new Map(
      paths.map(({ seat, path }) => [
        unitOf(seat, path) ?? '',
        { organizationId: `o${organizationOf(seat)}`, name: path.at(-1) ?? '', parentId: unitOf(seat, path.slice(0, -1)) },
      ]),
    )
    const validity = { validFrom: null, validTo: null, recordedOn: TODAY }
    const judgement = {
      authorId: null,
      ownPersonId: null,
      opportunityId: null,
      organizationId: null,
      madeOn: TODAY,
      expiresOn: null,
      confidence: 1,
      evidence: '',
      secrecy: 'open',
      own: {},
    }
    let seq = 0
    const row = () => ({ ...judgement, id: `j${seq}`, recordedSeq: seq++ })
    return AccountGraph.parse({
      ...noRows(),
      account: {
        id: 'account',
        name: account,
        organizationId: 'o0',
        ownerId: null,
        class: null,
        lifecycle: 'growth',
        industry: '',
        position: 0,
        own: {},
      },
      organizations: organizations.map((name, index) => ({
        id: `o${index}`,
        name: index === 0 ? account : name,
        kind: (['customer', 'customer', 'third-party', 'third-party', 'own', 'own'] as const)[index],
        parentId: index === 1 ? 'o0' : null,
      })),
      units: [...units].map(([id, unit]) => ({ id, ...unit })),
      people: people.map(({ id, name, side: own }) => ({
        id,
        name,
        side: own,
        latinName: '',
        email: '',
        phone: '',
        note: '',
        secrecy: 'open',
        noteSecrecy: 'open',
        own: {},
        sourceId: null,
      })),
      seats: seats.map((seat, index) => ({
        id: `s${index}`,
        organizationId: `o${organizationOf(seat)}`,
        side: seat.side,
        sourceId: null,
        own: {},
      })),
      seatStates: seats.map((seat, index) => ({
        id: `ss${index}`,
        seatId: `s${index}`,
        title: seat.title,
        unitId: unitOf(seat, seat.unit),
        tier: seat.tier,
        reportsToSeatId: seat.superior === null || index === 0 ? null : `s${seat.superior % index}`,
        ...validity,
      })),
      tenures: people.map(({ id }) => ({ id: `t${id}`, personId: id, seatId: `s${id.slice(1)}`, ...validity })),
      ties: ties.flatMap((tie, index) => {
        const [from, to] = [people[tie.from % people.length]?.id, people[tie.to % people.length]?.id]
        if (from === undefined || to === undefined || from === to) return []
        return [
          {
            id: `tie${index}`,
            fromPersonId: from,
            toPersonId: to,
            kind: tie.kind,
            strength: positive(tie.strength),
            confidence: positive(tie.confidence),
            note: tie.note,
            secrecy: 'open',
            own: {},
            ...validity,
          },
        ]
      }),
      opportunities: [
        {
          id: DEAL,
          accountId: 'account',
          name: deal,
          stage: 1,
          amount: null,
          currency: '',
          openedOn: null,
          expectedCloseOn: null,
          switchedOffRoles: [],
          position: 0,
          own: {},
        },
      ],
      decisionRoles: seats.flatMap((seat, index) =>
        seat.side === 'ours'
          ? []
          : seat.roles.map((role) => ({
              id: `r${index}${role}`,
              opportunityId: DEAL,
              seatId: `s${index}`,
              role,
              chains: seat.chains,
              own: {},
              ...validity,
            })),
      ),
      judgements: judged.flatMap(({ id, stance, political, depth }) => {
        const own = ours[(depth?.own ?? 0) % (ours.length || 1)]?.id
        return [
          ...(stance === null ? [] : [{ ...row(), subjectId: id, kind: 'stance', value: stance, opportunityId: DEAL }]),
          ...(political === null ? [] : [{ ...row(), subjectId: id, kind: 'political', value: political }]),
          ...(depth === null || own === undefined
            ? []
            : [{ ...row(), subjectId: id, kind: 'depth', value: String(depth.value), ownPersonId: own }]),
        ]
      }),
    })
  })
