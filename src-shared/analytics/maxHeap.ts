/**
 * A binary max-heap over the numbers 0…size−1 whose priorities only rise while they are in it, as Dijkstra's algorithm
 * needs. Typed arrays and reuse instead of objects: the drill of an account solves thousands of small problems.
 */
export class MaxHeap {
  private readonly items: Int32Array
  private readonly slotOf: Int32Array
  private readonly priority: Float64Array
  private count = 0

  constructor(size: number) {
    this.items = new Int32Array(size)
    this.slotOf = new Int32Array(size).fill(-1)
    this.priority = new Float64Array(size)
  }

  get length(): number {
    return this.count
  }

  /** Puts an item in, or raises it where it is already in; a lower priority changes nothing. Returns whether it did. */
  raise(item: number, priority: number): boolean {
    let slot = this.slotOf[item] ?? -1
    if (slot < 0) slot = this.count++
    else if (priority <= (this.priority[item] ?? 0)) return false
    this.priority[item] = priority
    while (slot > 0) {
      const above = (slot - 1) >> 1
      const other = this.items[above] ?? 0
      if ((this.priority[other] ?? 0) >= priority) break
      this.items[slot] = other
      this.slotOf[other] = slot
      slot = above
    }
    this.items[slot] = item
    this.slotOf[item] = slot
    return true
  }

  /** Takes the item of the highest priority out; the heap must not be empty. */
  pop(): number {
    const top = this.items[0] ?? 0
    this.slotOf[top] = -1
    const last = this.items[--this.count] ?? 0
    if (this.count === 0) return top
    const priority = this.priority[last] ?? 0
    let slot = 0
    for (;;) {
      let child = 2 * slot + 1
      if (child >= this.count) break
      const right = child + 1
      if (right < this.count && this.priorityAt(right) > this.priorityAt(child)) child = right
      if (this.priorityAt(child) <= priority) break
      const other = this.items[child] ?? 0
      this.items[slot] = other
      this.slotOf[other] = slot
      slot = child
    }
    this.items[slot] = last
    this.slotOf[last] = slot
    return top
  }

  /** Empties the heap. */
  clear(): void {
    for (let slot = 0; slot < this.count; slot++) this.slotOf[this.items[slot] ?? 0] = -1
    this.count = 0
  }

  private priorityAt(slot: number): number {
    return this.priority[this.items[slot] ?? 0] ?? 0
  }
}
