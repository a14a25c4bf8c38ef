import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Who may import what (architecture.md): shared is pure, shells hold no knowledge of the domain, the page knows only the contract. */
const forbidden = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
})
const node = { group: ['node:*'], message: 'src-shared and the page run without Node.' }
const electron = { group: ['electron'], message: 'Only src-main/electron knows Electron.' }
const main = { group: ['**/src-main/**'], message: 'The page and src-shared reach the core through the contract.' }
const page = { group: ['**/src-renderer/**'], message: 'Only the page imports the page.' }
const dom = { group: ['react', 'react-dom', 'antd', 'cytoscape'], message: 'src-shared draws nothing on a screen.' }
const cytoscape = { group: ['cytoscape'], message: 'Only src-renderer/map knows Cytoscape.' }
const core = { regex: '/core/(?!failure)', message: 'A door talks to the core through workerClient.' }

/** No words of a language in components: they come from src-shared/i18n. */
const literalText = [
  { selector: 'JSXText[value=/\\p{L}{2,}/u]', message: 'Text belongs into src-shared/i18n.' },
  {
    selector: 'JSXAttribute[name.name=/^(title|label|placeholder|alt|aria-label|description)$/] > Literal[value=/\\p{L}{2,}/u]',
    message: 'Text belongs into src-shared/i18n.',
  },
]

export default tseslint.config(
  { ignores: ['out', 'dist', 'node_modules', 'test-results'] },
  {
    files: ['src-*/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', '*.config.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['src-shared', 'src-main', 'src-renderer', 'tests'].map((side) => `${side}/tsconfig.json`),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Handlers share one asynchronous shape, whether or not one of them has to wait.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    },
  },
  forbidden(['src-shared/**'], [node, electron, main, page, dom]),
  forbidden(['src-main/core/**', 'src-main/import/**', 'src-main/export/**'], [electron, page]),
  forbidden(['src-main/http/**'], [electron, page, core]),
  forbidden(['src-main/cli/**'], [electron, page]),
  forbidden(['src-main/electron/**'], [page, core]),
  forbidden(['src-renderer/**'], [node, electron, main, cytoscape], ['src-renderer/map/**']),
  forbidden(['src-renderer/map/**'], [node, electron, main]),
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'no-restricted-syntax': ['error', ...literalText] },
  },
  {
    files: ['tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
)
