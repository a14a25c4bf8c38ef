/** The part of the extension that the bench calls; it brings no types of its own. */
declare module 'cytoscape-svg' {
  import type { Ext } from 'cytoscape'

  export interface WithSvg {
    /** The drawing as SVG text; `full`: all of it, not the part in sight. */
    svg(options: { readonly full: boolean }): string
  }
  const register: Ext
  export default register
}
