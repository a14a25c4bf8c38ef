/**
 * Thrown by a mutation that has its answer and wants nothing of what it wrote to stay: a dry run, an import that is refused. The
 * transaction rolls back, undo step and all, and the call answers as if it had returned.
 */
export class RollbackWith extends Error {
  override readonly name = 'RollbackWith'

  constructor(readonly answer: unknown) {
    super('rolled back with an answer')
  }
}
