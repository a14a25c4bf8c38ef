import { ExternalLink, FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { targetKind } from '../../src-shared/model/attachmentTarget'
import type { ActionContext } from '../actions/context'
import { shell } from '../client/client'

interface OutsideLinkProps {
  /** A web address or the path of a file. */
  readonly target: string
  readonly children: ReactNode
  readonly context: ActionContext
  /** A sign before the words. Default true. */
  readonly sign?: boolean
}

/**
 * Something outside of Linchpin. The desktop opens it, after looking at what it is; a browser opens pages by itself, without telling them
 * where from, and cannot open files: then the path is copied.
 */
export function OutsideLink({ target, children, context, sign = true }: OutsideLinkProps) {
  const { t, change } = context
  const isPage = targetKind(target) === 'page'
  const body = (
    <>
      {sign && (isPage ? <ExternalLink size={13} aria-hidden /> : <FileText size={13} aria-hidden />)}
      <span>{children}</span>
    </>
  )
  if (isPage && shell === null) {
    return (
      <a className="lp-outside" href={target} target="_blank" rel="noopener noreferrer" title={target}>
        {body}
      </a>
    )
  }
  async function open() {
    if (shell === null) {
      await navigator.clipboard.writeText(target)
      change.tell('info', t('timeline.attachment.copied'))
    } else if (!(await shell.openAttachment(target))) {
      change.tell('error', t('timeline.attachment.notOpened', { name: target }))
    }
  }
  const label = t(shell === null ? 'timeline.attachment.copy' : 'timeline.attachment.open', { name: target })
  return (
    <button type="button" className="lp-link lp-outside" title={target} aria-label={label} onClick={() => void open()}>
      {body}
    </button>
  )
}
