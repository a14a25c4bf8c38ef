export { amountText, dayText, instantText } from '../../src-shared/i18n/format'
