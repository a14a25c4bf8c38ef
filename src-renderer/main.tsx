import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './i18n/language'
import './theme/styles.css'
import { App } from './shell/App'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has an element #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
