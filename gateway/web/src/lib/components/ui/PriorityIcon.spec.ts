import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import { priorities } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import PriorityIcon from './PriorityIcon.svelte';

afterEach(cleanup);

it('draws each priority with its own shape, and none with outlined bars', async () => {
  await i18n.use('en');
  const shapes = priorities.map((priority) => {
    const { container } = render(PriorityIcon, { priority });
    return container.querySelector('svg')!.innerHTML.replace(/<title>.*<\/title>|<!--.*?-->/g, '');
  });
  expect(new Set(shapes).size).toBe(priorities.length);
  const none = shapes[priorities.indexOf('NONE')]!;
  expect(none.match(/<rect/g)).toHaveLength(3);
  expect(none).not.toContain('<path');
});
