import { cleanup, render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { onTestFinished } from 'vitest';
import Queries from './Queries.svelte';

/** Draws a component that reads from the server, until the test has finished. */
export function draw<Props extends Record<string, unknown>>(of: Component<Props>, props: NoInfer<Props>) {
  onTestFinished(cleanup);
  const view = render(Queries, { of: of as Component<Record<string, unknown>>, props });
  return { ...view, rerender: (next: NoInfer<Props>) => view.rerender({ props: next }) };
}

/** What a reader sees of an element, without line breaks. */
export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
