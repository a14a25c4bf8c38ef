/**
 * JSON of our own columns and messages, which schemas let in on its way there: its type is the caller's word. JSON from outside goes
 * through zod instead. @throws SyntaxError
 */
export function ownJson<T>(text: string): T {
  return JSON.parse(text) as T
}
