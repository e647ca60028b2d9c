export interface Toast {
  id: number;
  text: string;
  bad: boolean;
  act?: { label: string; run: () => void };
}

/** Short messages at the edge of the screen; a message with an undo button stays longer. */
class Toasts {
  shown = $state<Toast[]>([]);
  #next = 1;

  info(text: string, act?: Toast['act']): void {
    this.#show({ id: this.#next++, text, bad: false, act }, act ? 8_000 : 4_000);
  }

  error(text: string): void {
    this.#show({ id: this.#next++, text, bad: true }, 8_000);
  }

  close(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }

  #show(toast: Toast, forMillis: number): void {
    this.shown = [...this.shown.slice(-2), toast];
    setTimeout(() => this.close(toast.id), forMillis);
  }
}

export const toasts = new Toasts();
