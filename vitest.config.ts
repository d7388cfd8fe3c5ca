import { defineConfig } from 'vitest/config'

/**
 * No test is judged by how long it takes: these only end what hangs. A machine that has much else to do takes seconds
 * to start a process or a thread, and a poll of one second sees nothing of it.
 */
const PATIENCE = 90_000

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres-once.ts'],
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    teardownTimeout: PATIENCE,
    expect: { poll: { timeout: PATIENCE / 3 } },
  },
})
