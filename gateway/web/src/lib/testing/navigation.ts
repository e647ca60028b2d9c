import { vi } from 'vitest';

/** Stands for SvelteKit's navigation, which runs only in a built app. */
export const goto = vi.fn<(to: string | URL) => Promise<void>>(() => Promise.resolve());
export const beforeNavigate = vi.fn<(then: (navigation: unknown) => void) => void>();
