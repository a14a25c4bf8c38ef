import { z } from 'zod'
import { Language } from '../model/language'
import { DecisionRole } from '../model/opportunity'
import { PlayedPlaybook, Playbook } from '../model/playbook'
import { Done, mutation, query } from './endpoint'

const { role } = DecisionRole.shape

/** The default strategies of roles; a workspace keeps only what a team changed. */
export const playbookEndpoints = {
  'playbook.list': query(
    'The playbook of every role of the method, in a language.',
    z.strictObject({ language: Language }),
    z.array(PlayedPlaybook),
  ),
  'playbook.set': mutation(
    'Writes the playbook of a role in a language.',
    z.strictObject({ role, language: Language, playbook: Playbook }),
    Done,
  ),
  'playbook.reset': mutation(
    'Back to the shipped playbook of a role; one of a role that a team added becomes empty.',
    z.strictObject({ role, language: Language }),
    Done,
  ),
} as const
