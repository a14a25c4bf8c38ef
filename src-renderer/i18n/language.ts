import { createInstance } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { resources, tellFailure, type Translate, translator } from '../../src-shared/i18n/translate'
import { Language, preferredLanguage } from '../../src-shared/model/language'
import type { Failure } from '../../src-shared/reply'
import { useWindow } from '../state/windowStore'

const STORED_LANGUAGE = 'linchpin.language'

/** The language of the first screen, before a workspace has said which it prefers. */
function firstLanguage(): Language {
  const stored = Language.safeParse(localStorage.getItem(STORED_LANGUAGE))
  return stored.success ? stored.data : preferredLanguage(navigator.languages)
}

const instance = createInstance()
export const i18n = instance
void instance.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  resources,
  interpolation: { escapeValue: false },
})
document.documentElement.lang = instance.language

/** Switches every text of the window at once and remembers it for the first screen of the next time. */
export function speak(language: Language): void {
  if (language === instance.language) return
  localStorage.setItem(STORED_LANGUAGE, language)
  document.documentElement.lang = language
  void instance.changeLanguage(language)
}

/** The translator, in the words of the chosen lens, and language of this moment; a component that uses it is drawn again when they change. */
export function useText(): { readonly t: Translate; readonly language: Language } {
  const { i18n: current } = useTranslation()
  const lens = useWindow((state) => state.lens)
  const language = Language.parse(current.language)
  return { t: translator(language, lens), language }
}

/** The sentence of a failure in the window's language. */
export function sentenceOf(failure: Failure): string {
  return tellFailure(failure, Language.parse(instance.language)).message
}
