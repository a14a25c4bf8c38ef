import { useRef, useState } from 'react'
import { useText } from '../i18n/language'
import { asGuessed, type ChosenFile, type FileKind, type ReadingChoice, remapped, seen, sheetsOf, unseen } from './chosenFile'
import { remember } from './mappingMemory'

/** Files imported at once. */
const MOST_FILES = 20
/** All of them together, in bytes; about 400,000 rows. */
const MOST_BYTES = 64_000_000
const MEGABYTE = 1_000_000

export interface ChosenFiles {
  readonly files: readonly ChosenFile[]
  /** Whether each has been looked at. */
  readonly settled: boolean
  /** Which files were not taken and why. */
  readonly notTaken: string | null
  readonly add: (files: readonly File[]) => void
  /** Takes in a sheet that was left out. */
  readonly addSheet: (file: File, sheet: string) => void
  /** Files and sheets are named by their keys. */
  readonly remove: (key: string) => void
  readonly setKind: (key: string, kind: FileKind) => void
  readonly setReading: (key: string, reading: ReadingChoice) => void
  readonly map: (key: string, header: string, meaning: string) => void
  /** Back to what the core takes the columns for. */
  readonly guess: (key: string) => void
  /** Keeps how these columns are read for the next files that have them. */
  readonly keep: () => void
}

/** The files of the import dialog. @param onChange called whenever what would be imported changes */
export function useChosenFiles(onChange: () => void): ChosenFiles {
  const { t, language } = useText()
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [notTaken, setNotTaken] = useState<string | null>(null)
  // What was chosen by now, also within one event that adds several times.
  const latest = useRef<readonly ChosenFile[]>([])

  function set(next: readonly ChosenFile[]) {
    latest.current = next
    setFiles(next)
    onChange()
  }
  function change(key: string, how: (one: ChosenFile) => ChosenFile) {
    set(latest.current.map((one) => (one.key === key ? how(one) : one)))
  }
  async function look(one: ChosenFile, kind?: FileKind) {
    const result = await seen(one, language, kind)
    // Meanwhile it may have been taken out, or chosen anew.
    if (!latest.current.some(({ key, file }) => key === one.key && file === one.file)) return
    const sheets = sheetsOf(result)
    const room = MOST_FILES - latest.current.length + 1
    const [left] = sheets.slice(room)
    if (left) setNotTaken(t('screen.import.tooMany', { name: left.key, limit: MOST_FILES }))
    const taken = sheets.slice(0, room)
    set(latest.current.flatMap((each) => (each.key === one.key ? taken : [each])))
    for (const sheet of taken) if (!sheet.preview && sheet.failure === null) void look(sheet)
  }
  function take(one: ChosenFile) {
    const known = latest.current.some(({ key }) => key === one.key)
    set(known ? latest.current.map((each) => (each.key === one.key ? one : each)) : [...latest.current, one])
    void look(one)
  }

  return {
    files,
    settled: files.every(({ preview, failure }) => preview !== null || failure !== null),
    notTaken,
    add: (added) => {
      setNotTaken(null)
      for (const file of added) {
        const others = latest.current.filter((one) => one.file.name !== file.name)
        const bytes = others.reduce((sum, one) => sum + one.file.size, file.size)
        const size = Math.ceil(bytes / MEGABYTE)
        if (others.length >= MOST_FILES) setNotTaken(t('screen.import.tooMany', { name: file.name, limit: MOST_FILES }))
        else if (bytes > MOST_BYTES)
          setNotTaken(t('screen.import.tooLarge', { name: file.name, size, limit: MOST_BYTES / MEGABYTE }))
        else {
          // Sheets of the workbook of this name make room for those that it has now.
          latest.current = latest.current.filter((one) => one.file.name !== file.name || one.sheet === null)
          take(unseen(file))
        }
      }
    },
    addSheet: (file, sheet) => take(unseen(file, sheet)),
    remove: (key) => {
      setNotTaken(null)
      set(latest.current.filter((one) => one.key !== key))
    },
    setKind: (key, kind) => {
      const one = latest.current.find((each) => each.key === key)
      if (one) void look(one, kind)
    },
    setReading: (key, reading) => {
      const one = latest.current.find((each) => each.key === key)
      if (!one) return
      const changed = { ...one, reading: { ...one.reading, ...reading } }
      change(key, () => changed)
      const kind = one.preview?.kind
      void look(changed, kind === 'text' ? undefined : kind)
    },
    map: (key, header, meaning) => change(key, (one) => remapped(one, header, meaning)),
    guess: (key) => change(key, (one) => (one.preview ? asGuessed(one, one.preview) : one)),
    keep: () => {
      for (const { preview, mapping, reading } of latest.current) if (preview) remember(preview, mapping, reading.dateOrder)
    },
  }
}
