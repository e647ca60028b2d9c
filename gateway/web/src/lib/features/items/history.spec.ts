import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { instant } from '#lib/i18n/format.ts';
import { details, quote, sentences, isFinalState } from './history';

const entry = (type: string, ...changes: HistoryEntry['changes']): HistoryEntry => ({
  id: '1',
  version: 1,
  at: '2026-11-22T09:00:00Z',
  recordedAt: '2026-11-22T09:00:00Z',
  actor: null,
  source: 'web',
  type,
  changes,
  beforeOpening: null,
});

describe('the history in English', () => {
  beforeEach(() => i18n.use('en'));

  it('shows a change of status', () => {
    const moved = entry('ItemMoved', { field: 'status', from: 'To do', to: 'In progress' });
    expect(sentences(moved)).toEqual(['changed status from To do to In progress']);
  });

  it('shows what was set, cleared, added and removed', () => {
    expect(sentences(entry('X', { field: 'estimateHours', from: null, to: 3 }))).toEqual([
      'set estimate to 3 hours',
    ]);
    expect(sentences(entry('X', { field: 'priority', from: 'HIGH', to: null }))).toEqual([
      'cleared priority (was High)',
    ]);
    expect(sentences(entry('X', { field: 'labels', from: null, to: 'ux' }))).toEqual(['added the label ux']);
    expect(sentences(entry('X', { field: 'labels', from: 'ux', to: null }))).toEqual([
      'removed the label ux',
    ]);
  });

  it('keeps the name of a field that only the source has', () => {
    const noted = entry('ForeignFieldNoted', { field: 'group', from: 'A', to: 'B' });
    expect(sentences(noted)).toEqual(['changed group from A to B']);
    expect(sentences(entry('ForeignFieldNoted', { field: 'caller', from: null, to: null }))).toEqual([
      'recorded caller',
    ]);
  });

  it('shows what a field was in the source before it was tidied', () => {
    const noted = entry('ForeignFieldNoted', { field: 'priority', from: null, to: 'Chartreuse' });
    expect(sentences(noted)).toEqual(['kept the source’s priority: Chartreuse']);
    const links = { field: 'links', from: null, to: '{"type":"a\\u0000b","to":"CASE-1"}' };
    expect(sentences(entry('ForeignFieldNoted', links))).toEqual([
      'kept the source’s links: type a b, to CASE-1',
    ]);
    const link = { field: 'link', from: null, to: 'is cloned from TIMOB-27111' };
    expect(sentences(entry('ForeignFieldNoted', link))).toEqual([
      'added the link is cloned from TIMOB-27111',
    ]);
  });

  it('lists what else the source had, instead of its JSON', () => {
    const kept = entry('ForeignFieldNoted', {
      field: 'source',
      from: null,
      to: JSON.stringify({
        status_category: 'done',
        components: ['CLI', 'Android'],
        sprints: ['1198'],
        extra: { closed_code: '0006', made_sla: true, closed_at: '2016-09-12T16:14:00Z' },
      }),
    });
    expect(sentences(kept)).toEqual(['kept the source’s other fields']);
    expect(isFinalState(kept)).toBe(true);
    expect(details(kept)).toEqual([
      { name: 'status category', value: 'Done' },
      { name: 'components', value: 'CLI, Android' },
      { name: 'sprints', value: '1198' },
      { name: 'closed code', value: '0006' },
      { name: 'made sla', value: 'yes' },
      { name: 'closed at', value: instant('2016-09-12T16:14:00Z') },
    ]);
  });

  it('keeps a text of the source that is not JSON', () => {
    const kept = entry('ForeignFieldNoted', { field: 'source', from: null, to: '{ "kind": "bug", …' });
    expect(details(kept)).toEqual([{ name: 'source', value: '{ "kind": "bug", …' }]);
  });

  it('starts with the first values and quotes a comment', () => {
    const opened = entry(
      'ItemOpened',
      { field: 'title', from: null, to: 'x' },
      { field: 'kind', from: null, to: 'task' },
      { field: 'priority', from: null, to: 'HIGH' },
    );
    expect(sentences(opened)).toEqual(['created this']);
    expect(details(opened)).toEqual([{ name: 'priority', value: 'High' }]);
    expect(quote(entry('Commented', { field: 'comment', from: null, to: 'hello' }))).toBe('hello');
  });
});

describe('the history in Korean', () => {
  beforeEach(() => i18n.use('ko'));

  it('chooses the particles by the words', () => {
    const moved = entry('ItemMoved', { field: 'status', from: 'To do', to: 'In progress' });
    expect(sentences(moved)).toEqual(['상태를 할 일에서 진행 중으로 바꿨습니다']);
    const due = entry('X', { field: 'priority', from: null, to: 'HIGH' });
    expect(sentences(due)).toEqual(['우선순위를 높음으로 지정했습니다']);
  });
});
