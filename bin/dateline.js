#!/usr/bin/env node
// The way in for every npm script. Plain JavaScript that any Node can read: an older one cannot even load
// src/main.ts, and would answer with a stack trace where a sentence is needed.
const NEEDED = 24
const here = process.versions.node

if (Number(here.split('.')[0]) < NEEDED) {
  process.stderr.write(`Dateline needs Node ${NEEDED} or newer; this is Node ${here}.
  On Linux "npm ci" brings it along: run Dateline through npm (npm start, npm run ask -- …),
  and install without --omit=optional. Elsewhere get it from https://nodejs.org, or with
  nvm install ${NEEDED}, fnm install ${NEEDED} or volta install node@${NEEDED}.
`)
  process.exit(3)
}

await import('../src/main.ts')
