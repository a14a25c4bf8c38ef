import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ExportFormat } from '../../src-shared/contract'
import { customerSafeProfile } from '../../src-shared/model/redaction'
import type { Deck } from '../../src-shared/report/decks'
import { type Audience, type ExportChoice, formatsOf, type Template, usualAudience } from './choice'

interface ExportMemory extends Pick<ExportChoice, 'custom' | 'paper' | 'slides'> {
  readonly formats: Partial<Record<Deck, ExportFormat>>
  readonly audiences: Partial<Record<Deck, Audience>>
  /** Kept until the window closes. */
  readonly template: Template | null
}

/** How somebody exported before, kept in this browser profile: nobody sets the same switches twice. */
export const useExportMemory = create<ExportMemory>()(
  persist(
    (): ExportMemory => ({
      custom: customerSafeProfile,
      paper: 'a4',
      slides: '16:9',
      formats: {},
      audiences: {},
      template: null,
    }),
    {
      name: 'linchpin.export',
      version: 1,
      partialize: ({ custom, paper, slides, formats, audiences }) => ({
        custom,
        paper,
        slides: slides === 'template' ? '16:9' : slides,
        formats,
        audiences,
      }),
    },
  ),
)

/** How a kind of document was written the last time. What is made for a customer's eyes begins as that, whatever was chosen once. */
export function rememberedFor(deck: Deck): Pick<ExportChoice, 'deck' | 'format' | 'audience'> {
  const { formats, audiences } = useExportMemory.getState()
  const format = formats[deck]
  return {
    deck,
    format: format !== undefined && formatsOf[deck].includes(format) ? format : formatsOf[deck][0],
    audience: deck === 'proposal' ? usualAudience(deck) : (audiences[deck] ?? usualAudience(deck)),
  }
}

export function rememberExport({ deck, format, audience, custom, paper, slides, template }: ExportChoice): void {
  useExportMemory.setState(({ formats, audiences }) => ({
    custom,
    paper,
    slides,
    template,
    formats: { ...formats, [deck]: format },
    audiences: { ...audiences, [deck]: audience },
  }))
}
