import { defineConfig } from 'vitest/config';

/** Tests that start programs, break databases or train anew: they prove much and take minutes. `npm run verify` runs them. */
const LONG = ['test/**/*.long.test.ts', 'test/curation/**', 'test/storage/**'];

/* The main tests share their modules, so that the knowledge is loaded once a worker and not once a file. */
const common = { setupFiles: ['test/support/setup.ts'], globalSetup: ['test/support/compile-once.ts'] };

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          ...common,
          name: 'main',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: LONG,
          // For machines on which much else runs; nothing waits for it to pass.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...common,
          name: 'long',
          include: ['test/**/*.long.test.ts', 'test/{curation,storage}/**/*.test.ts'],
          // For machines on which much else runs; nothing waits for it to pass.
          testTimeout: 180_000,
        },
      },
    ],
  },
});
