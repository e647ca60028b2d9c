import { cleanup, render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { onTestFinished } from 'vitest';
import Queries from './Queries.svelte';

type Given = Record<string, unknown>;

/** Draws a component that reads from the server, until the test has finished. */
export function draw<Props extends object>(
  of: (internals: never, props: Props) => unknown,
  given: NoInfer<Props>,
) {
  onTestFinished(cleanup);
  const component = of as unknown as Component<Given>;
  const view = render(Queries, { component, given: given as Given });
  return { ...view, rerender: (next: NoInfer<Props>) => view.rerender({ given: next as Given }) };
}

/** What a reader sees of an element, without line breaks. */
export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
