import { Dropdown, type DropdownProps } from 'antd'

/** A menu under its button. It goes at once: while one fades out, it takes the Escape meant for the dialog it has opened. */
export function DropMenu(props: Omit<DropdownProps, 'trigger' | 'transitionName'>) {
  return <Dropdown trigger={['click']} transitionName="" {...props} />
}
