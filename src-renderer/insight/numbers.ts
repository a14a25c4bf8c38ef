export { figureText, isSeen, percentText, signedText } from '../../src-shared/i18n/format'
