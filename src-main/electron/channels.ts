/** The two channels between a window and the main process: what the page asks, and what it is told. */
export const ASK = 'linchpin:ask'
export const TELL = 'linchpin:tell'
