import PptxGenJS from 'pptxgenjs'

/** A presentation of another company's, made by another program: with two masters, slides, notes and an author. */
export async function companyTemplate(): Promise<Uint8Array> {
  const deck = new PptxGenJS()
  deck.author = 'Mallory'
  deck.title = 'Old slides'
  const title = { placeholder: { options: { name: 'title', type: 'title', x: 0.5, y: 0.3, w: 8, h: 0.7 }, text: '' } } as const
  deck.defineSlideMaster({
    title: 'Acme plain',
    objects: [title, { text: { text: 'Acme confidential', options: { x: 0.5, y: 5.2, w: 4, h: 0.3 } } }],
  })
  deck.defineSlideMaster({ title: 'Acme dark', background: { color: '203040' }, objects: [title] })
  const slide = deck.addSlide({ masterName: 'Acme dark' })
  slide.addText('Old slide', { x: 1, y: 1, w: 4, h: 1 })
  slide.addNotes('Secret notes')
  // It writes what it was asked to: bytes.
  return (await deck.write({ outputType: 'uint8array' })) as Uint8Array
}
