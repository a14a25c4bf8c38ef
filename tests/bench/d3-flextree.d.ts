/** The part of d3-flextree 2 that the benchmark uses; the package has no types of its own. */
declare module 'd3-flextree' {
  export interface FlexNode<Datum> {
    readonly data: Datum
    /** Middle of the top border. */
    readonly x: number
    readonly y: number
    each(visit: (node: FlexNode<Datum>) => void): void
  }
  export interface FlexLayout<Datum> {
    (tree: FlexNode<Datum>): FlexNode<Datum>
    hierarchy(root: Datum, children: (datum: Datum) => Datum[]): FlexNode<Datum>
  }
  export function flextree<Datum>(options: {
    nodeSize: (node: FlexNode<Datum>) => [width: number, height: number]
  }): FlexLayout<Datum>
}
