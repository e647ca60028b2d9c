import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { openedWith, quote, sentences } from './history';

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

  it('tells a move', () => {
    const moved = entry('ItemMoved', { field: 'status', from: 'To do', to: 'In progress' });
    expect(sentences(moved)).toEqual(['changed status from To do to In progress']);
  });

  it('tells what was set, cleared, added and removed', () => {
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

  it('keeps the name of a field that only the source knows', () => {
    const noted = entry('ForeignFieldNoted', { field: 'group', from: 'A', to: 'B' });
    expect(sentences(noted)).toEqual(['changed group from A to B']);
    expect(sentences(entry('ForeignFieldNoted', { field: 'caller', from: null, to: null }))).toEqual([
      'recorded caller',
    ]);
  });

  it('opens with what was given and quotes a comment', () => {
    const opened = entry(
      'ItemOpened',
      { field: 'title', from: null, to: 'x' },
      { field: 'kind', from: null, to: 'task' },
      { field: 'priority', from: null, to: 'HIGH' },
    );
    expect(sentences(opened)).toEqual(['created this']);
    expect(openedWith(opened)).toEqual([{ name: 'priority', value: 'High' }]);
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
