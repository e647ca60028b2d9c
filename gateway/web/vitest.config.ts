import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ compilerOptions: { runes: true } })],
  resolve: { conditions: ['browser'] },
  test: {
    include: ['src/**/*.spec.ts'],
    environment: 'jsdom',
    pool: 'vmThreads', // still isolated, with one jsdom per worker: a tenth of the time
    setupFiles: ['vitest.setup.ts'],
    testTimeout: 60_000,
  },
});
