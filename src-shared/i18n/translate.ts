import { createInstance, type TFunction } from 'i18next'
import type { Language } from '../model/language'
import type { LensId } from '../model/lens'
import type { Failure } from '../reply'
import enAlert from './en/alert.json'
import enAnalysis from './en/analysis.json'
import enChange from './en/change.json'
import enCli from './en/cli.json'
import enDocument from './en/document.json'
import enElectron from './en/electron.json'
import enError from './en/error.json'
import enExport from './en/export.json'
import enHistory from './en/history.json'
import enImport from './en/import.json'
import enMap from './en/map.json'
import enModel from './en/model.json'
import enPlan from './en/plan.json'
import enPrivacy from './en/privacy.json'
import enQuickEntry from './en/quickEntry.json'
import enRating from './en/rating.json'
import enReport from './en/report.json'
import enScreen from './en/screen.json'
import enTimeline from './en/timeline.json'
import enTask from './en/task.json'
import { lensTexts } from './lensTexts'
import zhAlert from './zh-CN/alert.json'
import zhAnalysis from './zh-CN/analysis.json'
import zhChange from './zh-CN/change.json'
import zhCli from './zh-CN/cli.json'
import zhDocument from './zh-CN/document.json'
import zhElectron from './zh-CN/electron.json'
import zhError from './zh-CN/error.json'
import zhExport from './zh-CN/export.json'
import zhHistory from './zh-CN/history.json'
import zhImport from './zh-CN/import.json'
import zhMap from './zh-CN/map.json'
import zhModel from './zh-CN/model.json'
import zhPlan from './zh-CN/plan.json'
import zhPrivacy from './zh-CN/privacy.json'
import zhQuickEntry from './zh-CN/quickEntry.json'
import zhRating from './zh-CN/rating.json'
import zhReport from './zh-CN/report.json'
import zhScreen from './zh-CN/screen.json'
import zhTimeline from './zh-CN/timeline.json'
import zhTask from './zh-CN/task.json'

/** Every sentence of the product in English: its shape is the list of keys. One file an area, so that areas grow apart. */
const en = {
  alert: enAlert,
  analysis: enAnalysis,
  change: enChange,
  cli: enCli,
  document: enDocument,
  electron: enElectron,
  error: enError,
  export: enExport,
  history: enHistory,
  import: enImport,
  map: enMap,
  model: enModel,
  plan: enPlan,
  privacy: enPrivacy,
  quickEntry: enQuickEntry,
  rating: enRating,
  report: enReport,
  screen: enScreen,
  timeline: enTimeline,
  task: enTask,
}

/** The same keys in Chinese; one too few or too many does not compile (plural forms aside, which languages have of their own). */
const zh: SameKeys<typeof en> = {
  alert: zhAlert,
  analysis: zhAnalysis,
  change: zhChange,
  cli: zhCli,
  document: zhDocument,
  electron: zhElectron,
  error: zhError,
  export: zhExport,
  history: zhHistory,
  import: zhImport,
  map: zhMap,
  model: zhModel,
  plan: zhPlan,
  privacy: zhPrivacy,
  quickEntry: zhQuickEntry,
  rating: zhRating,
  report: zhReport,
  screen: zhScreen,
  timeline: zhTimeline,
  task: zhTask,
}

type SameKeys<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : SameKeys<T[K]>
}

/** The texts of one language. */
export type Texts = SameKeys<typeof en>

export const resources = { 'zh-CN': { translation: zh }, en: { translation: en } }

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: typeof en }
    readonly returnNull: false
  }
}

export type Translate = TFunction

const instances = new Map<string, Translate>()

/**
 * The translator of a language: `t('error.file_missing', { value })`; with a lens, in that method's words. No HTML is ever made of
 * it, so nothing is escaped.
 */
export function translator(language: Language, lens: LensId | null = null): Translate {
  const key = `${language} ${lens ?? ''}`
  let t = instances.get(key)
  if (!t) {
    const { translation: texts } = resources[language]
    const instance = createInstance({
      lng: language,
      fallbackLng: false,
      resources: { [language]: { translation: lens === null ? texts : lensTexts(texts, lens) } },
      interpolation: { escapeValue: false },
    })
    void instance.init()
    instances.set(key, (t = instance.t))
  }
  return t
}

/** A failure with its sentence in a language. */
export function tellFailure(failure: Failure, language: Language): Failure {
  // Codes come from the closed union of errors.ts by way of JSON; a test holds the union against the language file.
  const key = `error.${failure.code}` as 'error.internal'
  return { ...failure, message: translator(language)(key, { id: '', ...failure.params }) }
}
