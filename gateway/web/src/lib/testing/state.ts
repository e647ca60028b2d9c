/** Stands for SvelteKit's state; a test sets the page that it is about. */
export const page: { url: URL; params: Record<string, string> } = {
  url: new URL('http://localhost/my-work'),
  params: {},
};
