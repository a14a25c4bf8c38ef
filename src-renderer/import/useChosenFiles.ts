import { useRef, useState } from 'react'
import { useText } from '../i18n/language'
import { asGuessed, type ChosenFile, type FileKind, remapped, seen, unseen } from './chosenFile'
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
  readonly remove: (name: string) => void
  readonly setKind: (name: string, kind: FileKind) => void
  readonly map: (name: string, header: string, meaning: string) => void
  /** Back to what the core takes the columns for. */
  readonly guess: (name: string) => void
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
  function change(name: string, how: (one: ChosenFile) => ChosenFile) {
    set(latest.current.map((one) => (one.file.name === name ? how(one) : one)))
  }
  async function look(file: File, kind?: FileKind) {
    const result = await seen(file, language, kind)
    // Meanwhile it may have been taken out, or chosen anew.
    if (latest.current.some((one) => one.file === file)) change(file.name, () => result)
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
          const known = latest.current.some((one) => one.file.name === file.name)
          set(
            known
              ? latest.current.map((one) => (one.file.name === file.name ? unseen(file) : one))
              : [...latest.current, unseen(file)],
          )
          void look(file)
        }
      }
    },
    remove: (name) => {
      setNotTaken(null)
      set(latest.current.filter((one) => one.file.name !== name))
    },
    setKind: (name, kind) => {
      const one = latest.current.find(({ file }) => file.name === name)
      if (one) void look(one.file, kind)
    },
    map: (name, header, meaning) => change(name, (one) => remapped(one, header, meaning)),
    guess: (name) => change(name, (one) => (one.preview ? asGuessed(one.file, one.preview) : one)),
    keep: () => {
      for (const one of latest.current) if (one.preview) remember(one.preview, one.mapping)
    },
  }
}
