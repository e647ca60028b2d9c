export interface Question {
  title: string;
  hint: string;
  act: string;
  onconfirm: () => void;
}

/** The confirmation that an action may need; its dialog is loaded on the first use. */
class Confirmation {
  question = $state.raw<Question | null>(null);

  ask(question: Question): void {
    this.question = question;
  }

  close(): void {
    this.question = null;
  }
}

export const confirmation = new Confirmation();
