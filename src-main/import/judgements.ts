import type { JudgementKind } from '../../src-shared/model/scales'
import type { JudgementId } from '../../src-shared/model/ids'
import type { Schema } from '../core/schema'
import type { CsvTable } from './csvTable'
import { type Intake, opportunityIn, personIn, rowsOf, storedOwn, Unclaimed } from './intake'
import { TEXT_LIMIT } from './row'
import { depths, judgementKinds, politicalStatuses, stances, type Vocabulary } from './vocabulary'

type ImportedKind = Exclude<JudgementKind, 'adaptability'>
const valuesOf: { readonly [K in ImportedKind]: Vocabulary<string> } = {
  stance: stances,
  depth: depths,
  political: politicalStatuses,
}

/** Takes judgements in, in the order of the file: of one day the last recorded counts. What is stored already stays as it is. */
export function takeJudgements(table: CsvTable<'judgements'>, intake: Intake): void {
  const { state, draft, newId } = intake
  state.registerOwnFields('judgement', table.ownColumns)
  const stored = new Unclaimed(state.judgements, contentOf)

  for (const row of rowsOf(table, intake)) {
    const subject = personIn(row, 'subject', row.id('subject'), intake)
    const author = personIn(row, 'by', row.text('by'), intake)
    const kind = row.neededWord('kind', judgementKinds)
    const value = kind && row.neededWord('value', valuesOf[kind])
    const { from: madeOn, to: expiresOn } = row.span('date', 'expires')
    const confidence = row.confidence('confidence')
    const evidence = row.text('evidence', TEXT_LIMIT)
    const opportunity = opportunityIn(row, 'opportunity', intake)
    const own = storedOwn(row.own())
    if (kind === 'depth') {
      if (!author && row.text('by') === '') row.refuse('by', 'value_missing', {})
      if (author && author.member.side !== 'ours') row.refuse('by', 'not_ours', { name: author.row.name })
      if (subject?.member.side === 'ours') row.refuse('subject', 'is_ours', { name: subject.row.name })
    }
    if (row.refused || !subject || !kind || !value) continue
    const judgement: Schema['judgement'] = {
      id: newId<JudgementId>(),
      subjectId: subject.row.id,
      authorId: author?.row.id ?? null,
      ownPersonId: kind === 'depth' ? (author?.row.id ?? null) : null,
      opportunityId: kind === 'stance' ? (opportunity?.id ?? null) : null,
      organizationId: null,
      kind,
      value,
      madeOn,
      expiresOn,
      confidence,
      evidence,
      secrecy: 'open',
      factors: null,
      recordedSeq: 0,
      own,
    }
    if (stored.claim(judgement)) table.outcome.unchanged += 1
    else {
      draft.create('judgement', { ...judgement, recordedSeq: state.nextRecordedSeq() })
      table.outcome.created += 1
    }
  }
}

function contentOf(judgement: Schema['judgement']): string {
  const {
    subjectId,
    authorId,
    ownPersonId,
    opportunityId,
    organizationId,
    kind,
    value,
    madeOn,
    expiresOn,
    confidence,
    evidence,
    own,
  } = judgement
  return JSON.stringify([
    subjectId,
    authorId,
    ownPersonId,
    opportunityId,
    organizationId,
    kind,
    value,
    madeOn,
    expiresOn,
    confidence,
    evidence,
    own,
  ])
}
