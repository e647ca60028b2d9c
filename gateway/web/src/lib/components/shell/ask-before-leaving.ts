import { beforeNavigate, goto } from '$app/navigation';
import { confirmation } from '#lib/components/ui/confirm.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** Asks before a page with unsaved input is left. Call it while the page is set up. */
export function askBeforeLeaving(isUnsaved: () => boolean): void {
  let sure = false;
  beforeNavigate((navigation) => {
    const { cancel, to, type } = navigation;
    if (sure || !isUnsaved() || to?.route.id?.startsWith('/(out)')) return;
    cancel();
    if (type === 'leave' || to === null) return; // the browser itself asks
    const { title, hint, act } = i18n.t.unsaved;
    confirmation.ask({
      title,
      hint,
      act,
      onconfirm: () => {
        sure = true;
        if (navigation.type === 'popstate') history.go(navigation.delta);
        else void goto(to.url);
      },
    });
  });
}
