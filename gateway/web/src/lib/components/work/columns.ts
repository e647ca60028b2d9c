/**
 * The columns of a list of work by its width: a title always has 240 pixels or a line of its own, so the other columns
 * are dropped, the least important one first. Narrower lists have rows of two lines.
 */
export const columns = {
  /** Key, title, status and due date are always there; then come the project and the estimate. */
  own: `@min-[640px]:grid-cols-[88px_minmax(240px,1fr)_132px_112px]
    @min-[780px]:grid-cols-[96px_minmax(240px,1fr)_132px_120px_120px]
    @min-[900px]:grid-cols-[112px_minmax(240px,1fr)_148px_140px_140px_52px]`,
  /** The same, with the assignee before the project. */
  people: `@min-[640px]:grid-cols-[88px_minmax(240px,1fr)_132px_100px]
    @min-[820px]:grid-cols-[96px_minmax(240px,1fr)_132px_124px_104px]
    @min-[980px]:grid-cols-[96px_minmax(240px,1fr)_132px_120px_132px_110px]
    @min-[1060px]:grid-cols-[112px_minmax(240px,1fr)_140px_120px_140px_120px_52px]`,
};

/** The width from which on a cell is shown. */
export const shownFrom = {
  own: { project: 'hidden @min-[780px]:block', person: 'hidden', estimate: 'hidden @min-[900px]:block' },
  people: {
    project: 'hidden @min-[980px]:block',
    person: 'hidden @min-[820px]:block',
    estimate: 'hidden @min-[1060px]:block',
  },
};
