import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Uses the installed Chromium: nothing is downloaded.
const chromium =
  process.env['CHROMIUM'] ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: true, // tests are independent, so that --shard can divide within files
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['ILGAM_URL'] ?? 'http://127.0.0.1:9000',
    locale: 'en-US',
    timezoneId: 'Asia/Seoul',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'off', // takes a third of the time; if a screenshot is not enough: npm run e2e -- --trace=retain-on-failure
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'first day', testMatch: 'first-day.spec.ts' },
    {
      name: 'stories',
      testIgnore: ['first-day.spec.ts', 'screenshots.spec.ts'],
      dependencies: ['first day'],
    },
    { name: 'screenshots', testMatch: 'screenshots.spec.ts', dependencies: ['first day'] },
  ],
});
