import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/zh-cn'
import { useMemo } from 'react'
import type { Language } from '../../src-shared/model/language'
import { queryClient } from '../client/freshness'
import { ErrorBoundary } from '../components/ErrorBoundary'
import { useText } from '../i18n/language'
import { antTheme } from '../theme/tokens'
import { useTheme } from '../theme/useTheme'
import { Frame } from './Frame'

const antLocales: Record<Language, typeof enGB> = { 'zh-CN': zhCN, en: enGB }
const dayLocales: Record<Language, string> = { 'zh-CN': 'zh-cn', en: 'en-gb' }

/** The window: theme, language and data around its frame. */
export function App() {
  const { language } = useText()
  const theme = useTheme()
  const config = useMemo(() => antTheme(theme), [theme])
  dayjs.locale(dayLocales[language])
  return (
    <ConfigProvider theme={config} locale={antLocales[language]} componentSize="middle" button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 3 }} className="lp-app">
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary>
            <Frame />
          </ErrorBoundary>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
