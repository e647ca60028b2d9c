import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

import { versionOfSources } from './version.ts';

const gateway = process.env['ILGAM_URL'] ?? 'http://127.0.0.1:9000';

export default defineConfig({
  plugins: [
    tailwindcss(),
    sveltekit({
      adapter: adapter({ fallback: 'index.html', precompress: true }),
      compilerOptions: { runes: true },
      version: { name: versionOfSources() },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
        },
      },
    }),
  ],
  build: {
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Each file is a request: code that nearly all pages need is in one file, and so are icons that several pages use.
        codeSplitting: {
          groups: [
            // Needed before the app runs: the app reads, while it is loaded, values that the start module has set.
            { name: 'start', test: /vite.preload-helper|@sveltejs.kit.*payload/, priority: 3 },
            { name: 'shared', minShareCount: 22, priority: 2 },
            { name: 'icons', test: /lucide/, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: gateway, changeOrigin: false } } },
});
