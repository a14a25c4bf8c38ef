import { z } from 'zod'
import { SecrecyTier } from './scales'

/** What of an account may leave the house. Each switch names a kind of fact; false: nothing of that kind is in the file. */
export const RedactionProfile = z.strictObject({
  /** Stances, and whatever is computed of them: support, advocates. */
  stance: z.boolean(),
  /** Political status. */
  political: z.boolean(),
  /** How deep we know whom, targets, who of ours covers whom, coverage and access. */
  depth: z.boolean(),
  /** Signals, likelihood, impact, risk, findings. */
  risk: z.boolean(),
  /** Notes, evidence, summaries of interactions, own fields. */
  notes: z.boolean(),
  /** The hidden chain and the people whose only part in a decision it is. */
  hiddenChain: z.boolean(),
  /** Ties of conflict and of private life. */
  privateTies: z.boolean(),
  /** Strategies, tasks, hand-overs. */
  strategies: z.boolean(),
  /** Mail addresses and telephone numbers. */
  contacts: z.boolean(),
  /** The highest tier of secrecy that may leave. */
  secrecy: SecrecyTier,
})
export type RedactionProfile = z.infer<typeof RedactionProfile>

/** The two profiles that have a name. */
export const Redaction = z.enum(['internal', 'customer-safe'])
export type Redaction = z.infer<typeof Redaction>

/** For ourselves: everything. */
export const internalProfile: RedactionProfile = {
  stance: true,
  political: true,
  depth: true,
  risk: true,
  notes: true,
  hiddenChain: true,
  privateTies: true,
  strategies: true,
  contacts: true,
  secrecy: 'private',
}

/** For whoever looks at the screen while somebody presents: all but what is for us alone. */
export const presentedProfile: RedactionProfile = { ...internalProfile, secrecy: 'team' }

/** For the customer's own eyes: who sits where, who decides openly, who works well with whom. */
export const customerSafeProfile: RedactionProfile = {
  stance: false,
  political: false,
  depth: false,
  risk: false,
  notes: false,
  hiddenChain: false,
  privateTies: false,
  strategies: false,
  contacts: false,
  secrecy: 'open',
}

/** A profile by its name, or the one that somebody put together. */
export function profileOf(redaction: Redaction | RedactionProfile): RedactionProfile {
  switch (redaction) {
    case 'internal':
      return internalProfile
    case 'customer-safe':
      return customerSafeProfile
    default:
      return redaction
  }
}

/** Whether nothing at all is held back. */
export function hidesNothing(profile: RedactionProfile): boolean {
  return Object.values(profile).every((part) => part === true || part === 'private')
}

/** Whether it is for the customer's own eyes: nothing of what we think, know or plan. */
export function isCustomerSafe(profile: RedactionProfile): boolean {
  return Object.values(profile).every((part) => part === false || part === 'open')
}

/**
 * Whether a fact of a tier may leave. What is private does so only where nothing at all is held back: who hides a part writes for
 * others' eyes.
 */
export function mayLeave(tier: SecrecyTier, profile: RedactionProfile): boolean {
  if (tier === 'private') return hidesNothing(profile)
  return SecrecyTier.options.indexOf(tier) <= SecrecyTier.options.indexOf(profile.secrecy)
}
