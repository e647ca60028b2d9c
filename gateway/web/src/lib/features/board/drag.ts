import type { Attachment } from 'svelte/attachments';

const library = () => import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** Makes a card draggable; the code for it is loaded after the board. */
export function card(key: string, ondrag: (dragging: boolean) => void): Attachment<HTMLElement> {
  return (element) =>
    whenLoaded(async () =>
      (await library()).draggable({
        element,
        getInitialData: () => ({ key }),
        onDragStart: () => ondrag(true),
        onDrop: () => ondrag(false),
      }),
    );
}

/** Makes a column accept cards. */
export function column(
  onover: (over: boolean) => void,
  ondrop: (key: string) => void,
): Attachment<HTMLElement> {
  return (element) =>
    whenLoaded(async () =>
      (await library()).dropTargetForElements({
        element,
        onDragEnter: () => onover(true),
        onDragLeave: () => onover(false),
        onDrop: ({ source }) => {
          onover(false);
          if (typeof source.data['key'] === 'string') ondrop(source.data['key']);
        },
      }),
    );
}

/** Runs code that is still being loaded; its clean-up works even if it is called before that. */
function whenLoaded(start: () => Promise<() => void>): () => void {
  let stop: (() => void) | null = null;
  let gone = false;
  void start().then((cleanUp) => {
    if (gone) cleanUp();
    else stop = cleanUp;
  });
  return () => {
    gone = true;
    stop?.();
  };
}
