import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const standIn = (name: string) => fileURLToPath(new URL(`src/lib/testing/${name}`, import.meta.url));

export default defineConfig({
  plugins: [svelte({ compilerOptions: { runes: true } })],
  resolve: {
    conditions: ['browser'],
    alias: { '$app/navigation': standIn('navigation.ts'), '$app/state': standIn('state.ts') },
  },
  test: {
    include: ['src/**/*.spec.ts'],
    environment: 'jsdom',
    pool: 'vmThreads', // still isolated, with one jsdom per worker: a tenth of the time
    setupFiles: ['vitest.setup.ts'],
    testTimeout: 60_000,
  },
});
