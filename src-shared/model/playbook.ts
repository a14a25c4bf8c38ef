import { z } from 'zod'
import { DecisionRole } from './opportunity'

const lines = z.array(z.string().min(1).max(1_000)).max(40)
const prose = z.string().max(20_000)

/** The default strategy for a role: shipped in resources/playbooks, one a language, and changed by a team where it knows better. */
export const Playbook = z.object({
  /** What somebody in this role cares about. */
  cares: lines,
  /** What we bring to a meeting with them. */
  bring: lines,
  /** What to ask them. */
  questions: lines,
  /** By what we see that it goes forward. */
  signs: lines,
  /** A first objective to begin a strategy from. */
  objective: prose,
  /** A first message to begin a strategy from. */
  message: prose,
})
export type Playbook = z.infer<typeof Playbook>

/** For a role that a team added and has written nothing for yet. */
export const emptyPlaybook: Playbook = { cares: [], bring: [], questions: [], signs: [], objective: '', message: '' }

/** A role's playbook as it is played in a workspace. */
export const PlayedPlaybook = z.object({
  role: DecisionRole.shape.role,
  playbook: Playbook,
  /** Whether this workspace has a version of its own. */
  changed: z.boolean(),
  /** Whether there is a shipped version to go back to. */
  shipped: z.boolean(),
})
export type PlayedPlaybook = z.infer<typeof PlayedPlaybook>
