#!/usr/bin/env node
/** The command line of interfaces.md: builds when needed, then is the built program, in this very process. */
import './nodeVersion.mjs'
import { ensureBuilt } from './ensureBuilt.mjs'

await ensureBuilt()
await import('../out/main/cli.js')
