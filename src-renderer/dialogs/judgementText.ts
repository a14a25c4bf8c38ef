import type { Translate } from '../../src-shared/i18n/translate'
import { Depth, type JudgementKind, PoliticalStatus, Stance } from '../../src-shared/model/scales'

/** The value of a judgement in words. */
export function judgementText(t: Translate, kind: JudgementKind, value: string): string {
  switch (kind) {
    case 'stance': {
      const stance = Stance.safeParse(value)
      return stance.success ? t(`model.stance.${stance.data}`) : value
    }
    case 'political': {
      const status = PoliticalStatus.safeParse(value)
      return status.success ? t(`model.political.${status.data}`) : value
    }
    case 'depth': {
      const depth = Depth.safeParse(Number(value))
      return depth.success ? t(`model.depth.${depth.data}`) : value
    }
    case 'adaptability': {
      const step = ['1', '2', '3', '4', '5'] as const
      const known = step.find((candidate) => candidate === value)
      return known ? t(`rating.adaptability.${known}`) : value
    }
    default:
      return kind satisfies never
  }
}
