import type { Attachment } from 'svelte/attachments';

const library = () => import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** A card that can be dragged; the code for it comes once the board stands. */
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

/** A column that takes cards. */
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

/** Runs what is still being loaded, and its clean-up even if that is asked for before it is there. */
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
