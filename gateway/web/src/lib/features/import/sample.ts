import type { ImportMessages } from '#lib/i18n/imports/en.ts';

export type Part = 'workflow' | 'items' | 'events' | 'people';

export interface SampleFile {
  part: Part;
  name: string;
  /** The whole file. */
  text: string;
  /** The part that shows the format. */
  example: string;
}

const lines = (rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/**
 * Small files that can be imported as they are: three items with their history, in the reader's language.
 *
 * @param me the id of the member whom one of the people in the files represents
 */
export function sampleFiles(words: ImportMessages['sample'], me: string): SampleFile[] {
  const { todo, doing, done, first, second, third, description, comment, label, lead, other } = words;
  const at = (day: number, time: string) => `2024-03-${String(day).padStart(2, '0')}T${time}:00+09:00`;
  const statuses = [
    { name: todo, category: 'todo' },
    { name: doing, category: 'doing' },
    { name: done, category: 'done' },
  ];
  const workflow = `{\n  "statuses": [\n${statuses.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]\n}\n`;
  const item = { project: 'SAMPLE', reporter: lead, assignee: other };
  const items = [
    {
      id: 'OLD-1',
      kind: 'task',
      title: first,
      description,
      created_at: at(4, '09:00'),
      priority: 'HIGH',
      labels: [label],
      status: doing,
      ...item,
    },
    {
      id: 'OLD-2',
      kind: 'task',
      title: second,
      created_at: at(4, '09:10'),
      parent: 'OLD-1',
      status: done,
      ...item,
    },
    {
      id: 'OLD-3',
      kind: 'issue',
      title: third,
      created_at: at(5, '14:00'),
      severity: 'MAJOR',
      resolution: 'Fixed',
      links: [{ type: 'relates to', to: 'OLD-1' }],
      status: done,
      ...item,
    },
  ];
  const event = (
    id: string,
    seq: number,
    when: string,
    field: string,
    from: string | null,
    to: string | null,
  ) => ({
    item_id: id,
    seq,
    at: when,
    actor: field === 'created' ? lead : other,
    field,
    from,
    to,
  });
  const events = [
    event('OLD-1', 0, at(4, '09:00'), 'created', null, null),
    event('OLD-1', 1, at(4, '09:00'), 'status', null, todo),
    event('OLD-1', 2, at(6, '10:00'), 'status', todo, doing),
    event('OLD-1', 3, at(6, '10:05'), 'comment', null, comment),
    event('OLD-2', 0, at(4, '09:10'), 'created', null, null),
    event('OLD-2', 1, at(4, '09:10'), 'status', null, todo),
    event('OLD-2', 2, at(7, '11:00'), 'status', todo, doing),
    event('OLD-2', 3, at(8, '16:30'), 'status', doing, done),
    event('OLD-3', 0, at(5, '14:00'), 'created', null, null),
    event('OLD-3', 1, at(5, '14:00'), 'status', null, todo),
    event('OLD-3', 2, at(5, '15:00'), 'status', todo, doing),
    event('OLD-3', 3, at(6, '09:30'), 'status', doing, done),
    event('OLD-3', 4, at(6, '09:30'), 'resolution', null, 'Fixed'),
  ];
  const people = `${JSON.stringify({ [other]: me })}\n`;
  return [
    { part: 'workflow', name: 'workflow.json', text: workflow, example: workflow },
    { part: 'items', name: 'items.ndjson', text: lines(items), example: lines(items.slice(0, 1)) },
    { part: 'events', name: 'events.ndjson', text: lines(events), example: lines(events.slice(0, 3)) },
    { part: 'people', name: 'people.json', text: people, example: people },
  ];
}
