export interface Question {
  title: string;
  hint: string;
  act: string;
  onconfirm: () => void;
}

/** The one question that may stand before something is done; the dialog for it is loaded when it is asked. */
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
