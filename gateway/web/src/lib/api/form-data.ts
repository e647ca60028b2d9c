/** The entries with a value: neither undefined nor null nor empty. */
export function given(values: object): [string, unknown][] {
  return Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
}

export const hasFile = (body: unknown): body is object =>
  Object.values(body as object).some((value) => value instanceof Blob);

/** A multipart body with files. */
export function formOf(body: object): FormData {
  const form = new FormData();
  for (const [name, value] of given(body)) form.set(name, value instanceof Blob ? value : String(value));
  return form;
}
