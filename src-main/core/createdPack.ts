import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { ownJson } from './json'
import type { JournaledTable } from './schema'

/** JSON that waits to be deflated, in UTF-16 code units; larger pieces deflate no better. */
const PIECE = 64 * 1024

/**
 * What a step of inserts made, packed table by table: `{"table":[item,…],…}`, deflated. It is deflated in pieces as it comes, each
 * ended by a flush, after which any other may follow: an import makes several hundred thousand items, which together never are in memory.
 */
export class CreatedPack {
  private readonly tables = new Map<JournaledTable, { readonly pieces: Uint8Array[]; waiting: string }>()

  /** Adds items (keys, or whole rows) of a table behind those that it has. */
  add(table: JournaledTable, items: readonly unknown[]): void {
    let packed = this.tables.get(table)
    if (!packed) this.tables.set(table, (packed = { pieces: [], waiting: '' }))
    for (const item of items) {
      packed.waiting += `${packed.waiting === '' && packed.pieces.length === 0 ? '' : ','}${JSON.stringify(item)}`
      if (packed.waiting.length < PIECE) continue
      packed.pieces.push(deflatedPiece(packed.waiting))
      packed.waiting = ''
    }
  }

  get isEmpty(): boolean {
    return this.tables.size === 0
  }

  /** The whole, as `unpack` reads it. */
  bytes(): Buffer {
    const pieces = [...this.tables].flatMap(([table, { pieces, waiting }], at) => [
      deflatedPiece(`${at === 0 ? '' : ','}${JSON.stringify(table)}:[`),
      ...pieces,
      deflatedPiece(`${waiting}]`),
    ])
    return Buffer.concat([deflatedPiece('{'), ...pieces, deflateRawSync('}')])
  }
}

/** What `CreatedPack` made and our own table kept; the caller knows whether it holds keys or rows. */
export function unpack<T>(bytes: Uint8Array): Partial<Record<JournaledTable, T[]>> {
  return ownJson(inflateRawSync(bytes).toString('utf8'))
}

/** A copy of its own: what comes from the pool of small buffers keeps several times as much in memory. */
const deflatedPiece = (json: string): Uint8Array =>
  new Uint8Array(deflateRawSync(json, { level: 1, finishFlush: constants.Z_SYNC_FLUSH }))
