import { Modal, type ModalProps } from 'antd'

/** A dialog, open as long as it is rendered. It fades in where it stands: one that grows moves away from under the mouse. */
export function Dialog(props: Omit<ModalProps, 'open' | 'transitionName'>) {
  return <Modal open transitionName="ant-fade" {...props} />
}
