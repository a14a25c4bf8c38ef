import Markdown, { type Components } from 'react-markdown'
import type { ActionContext } from '../actions/context'
import { OutsideLink } from './OutsideLink'

/** Nothing is loaded from elsewhere because somebody wrote an address down. */
const leftOut = ['img']

/** A text in Markdown, drawn; HTML in it stays text, and links are opened as attachments are. */
export function MarkdownText({ text, context }: { readonly text: string; readonly context: ActionContext }) {
  const components: Components = {
    a: ({ href, children }) =>
      href ? (
        <OutsideLink target={href} context={context} sign={false}>
          {children}
        </OutsideLink>
      ) : (
        <span>{children}</span>
      ),
    // A note is no chapter of the page.
    h1: 'h3',
    h2: 'h3',
  }
  return (
    <div className="lp-markdown">
      <Markdown disallowedElements={leftOut} components={components}>
        {text}
      </Markdown>
    </div>
  )
}
