/** Addresses that Office files name things by. */

export const NS = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Kinds of relationships. */
export const REL = {
  officeDocument: `${OFFICE}/officeDocument`,
  coreProperties: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  slideMaster: `${OFFICE}/slideMaster`,
  slideLayout: `${OFFICE}/slideLayout`,
  slide: `${OFFICE}/slide`,
  notesMaster: `${OFFICE}/notesMaster`,
  notesSlide: `${OFFICE}/notesSlide`,
  theme: `${OFFICE}/theme`,
} as const

const PRESENTATIONML = 'application/vnd.openxmlformats-officedocument.presentationml'

/** Types of parts. */
export const TYPE = {
  presentation: `${PRESENTATIONML}.presentation.main+xml`,
  slideMaster: `${PRESENTATIONML}.slideMaster+xml`,
  slideLayout: `${PRESENTATIONML}.slideLayout+xml`,
  slide: `${PRESENTATIONML}.slide+xml`,
  notesMaster: `${PRESENTATIONML}.notesMaster+xml`,
  notesSlide: `${PRESENTATIONML}.notesSlide+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
} as const

/** The types of what PowerPoint opens: presentations, templates and shows, with macros or without. */
export const PRESENTATION_TYPES: ReadonlySet<string> = new Set([
  TYPE.presentation,
  `${PRESENTATIONML}.template.main+xml`,
  `${PRESENTATIONML}.slideshow.main+xml`,
  'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml',
  'application/vnd.ms-powerpoint.template.macroEnabled.main+xml',
  'application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml',
])
