/** The stage as a key of the language files. @param stage 1–5, as the model checks */
export function stageKey(stage: number): '1' | '2' | '3' | '4' | '5' {
  const keys = ['1', '2', '3', '4', '5'] as const
  return keys[stage - 1] ?? '1'
}
