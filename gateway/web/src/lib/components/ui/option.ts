/** A choice of a picker. */
export interface Option {
  value: string;
  label: string;
  note?: string;
}
