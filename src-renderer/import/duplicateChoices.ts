import { useState } from 'react'
import type { Duplicate, MergeField } from '../../src-shared/contract'

/** What is done with a row of somebody who may be there already. */
export interface DuplicateChoice {
  readonly file: string
  readonly line: number
  readonly take: 'merge' | 'both'
  /** Fields that become what the row says. */
  readonly theirs: MergeField[]
}

export interface DuplicateChoices {
  readonly made: readonly DuplicateChoice[]
  /** What was chosen, else what is proposed; undefined where somebody has to choose. */
  readonly of: (duplicate: Duplicate) => DuplicateChoice | undefined
  readonly choose: (choice: DuplicateChoice) => void
  readonly chooseAll: (duplicates: readonly Duplicate[], take: DuplicateChoice['take']) => void
  readonly forget: () => void
}

/** Choices about duplicates, kept while the files stay what they are. */
export function useDuplicateChoices(): DuplicateChoices {
  const [made, setMade] = useState<readonly DuplicateChoice[]>([])
  const chosen = new Map(made.map((choice) => [placeOf(choice), choice]))
  const of = (duplicate: Duplicate) =>
    chosen.get(placeOf(duplicate)) ?? (duplicate.proposed === 'merge' ? asProposed(duplicate, 'merge') : undefined)
  const set = (choices: readonly DuplicateChoice[]) =>
    setMade([...new Map([...chosen, ...choices.map((choice) => [placeOf(choice), choice] as const)]).values()])
  return {
    made,
    of,
    choose: (choice) => set([choice]),
    chooseAll: (duplicates, take) =>
      set(duplicates.map((duplicate) => ({ ...(of(duplicate) ?? asProposed(duplicate, take)), take }))),
    forget: () => setMade([]),
  }
}

/** Merging fills what was empty and changes nothing else. */
export function asProposed({ file, line, fields }: Duplicate, take: DuplicateChoice['take']): DuplicateChoice {
  return { file, line, take, theirs: fields.filter(({ ours }) => ours === '').map(({ field }) => field) }
}

const placeOf = ({ file, line }: { readonly file: string; readonly line: number }): string => `${line} ${file}`
