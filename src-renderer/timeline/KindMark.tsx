import { CalendarDays, Handshake, Mail, MessageCircle, MessagesSquare, Phone, Users, Utensils } from 'lucide-react'
import type { InteractionKind } from '../../src-shared/model/scales'

/** A sign for each kind of interaction; its name stands beside it. */
export function KindMark({ kind, size = 15 }: { readonly kind: InteractionKind; readonly size?: number }) {
  const Sign = signs[kind]
  return <Sign size={size} aria-hidden />
}

const signs: Record<InteractionKind, typeof Mail> = {
  visit: Handshake,
  call: Phone,
  mail: Mail,
  wechat: MessageCircle,
  meeting: MessagesSquare,
  meal: Utensils,
  event: Users,
}

/** Of an interaction that is still to come. */
export const PlannedSign = CalendarDays
