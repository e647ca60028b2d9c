import { expect, it } from 'vitest';
import { toHtml } from './markdown';

it('draws Markdown', () => {
  expect(toHtml('**굵게** and `code`')).toContain('<strong>굵게</strong> and <code>code</code>');
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe src="https://example.com"></iframe>',
  '<p style="position:fixed" onclick="alert(1)">x</p>',
  '<form action="/api/session"><input name=a></form>',
])('makes %s harmless', (text) => {
  expect(toHtml(text)).not.toMatch(/script|onerror|onclick|javascript:|iframe|style=|<form|<input|<img/i);
});

it('opens links elsewhere without telling where from', () => {
  expect(toHtml('[x](https://example.com)')).toContain('rel="noopener noreferrer nofollow"');
});
