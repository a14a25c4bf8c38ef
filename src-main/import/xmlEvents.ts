import { SaxesParser } from 'saxes'
import type { PartSink } from './zipParts'

/** What a reader of XML is told, by local names: programs differ in the prefixes they write. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** Whether it has seen enough. */
  readonly enough?: () => boolean
}

/**
 * Reads a part as XML while it comes. Entities of one's own are what bombs are made of, and no spreadsheet writes a document type that could
 * declare them: one that has it throws, like all that is not well-formed.
 */
export function xmlSink({ open, text, close, enough }: XmlHandlers): PartSink {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a document type')
  })
  parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close) parser.on('closetag', ({ name }) => close(localName(name)))
  return (bytes, last) => {
    parser.write(decoder.decode(bytes, { stream: !last }))
    if (enough?.()) return true
    if (last) parser.close()
    return false
  }
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
