import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { i18n } from '../i18n/language'
import { EmptyState } from './EmptyState'

/** Catches what a view throws while it is drawn, says so and offers to draw it anew. The workspace is never touched by it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" className="lp-fill">
        <EmptyState title={i18n.t('screen.common.broken')} text={i18n.t('screen.common.brokenText')}>
          <Button type="primary" onClick={() => this.setState({ failed: false })}>
            {i18n.t('screen.common.tryAgain')}
          </Button>
        </EmptyState>
      </div>
    )
  }
}
