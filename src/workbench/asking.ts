import type { Answer, BenchState, Question } from "./bench-state";

/** The one question that the page asks at a time. */
export interface Asking {
  /** Asks whether work that is not saved shall be. Before all else: somebody waits for that answer. */
  readonly askUnsaved: (name: string) => Promise<Answer>;
  /** Asks which samples to open, unless another answer is waited for, or shows that they are on their way. */
  readonly askSamples: (isBusy: boolean) => Question;
  /** What is asked by now may be another question. */
  readonly takeBack: (question: Question) => void;
  readonly answer: (answer: Answer) => void;
}

export function askingOn(page: {
  readonly asked: () => Question | null;
  readonly change: (part: Pick<BenchState, "question">) => void;
}): Asking {
  let answered: (answer: Answer) => void = () => undefined;
  const takeBack = (question: Question): void => {
    if (page.asked() === question) page.change({ question: null });
  };
  return {
    askUnsaved: async (name) => {
      const question = { kind: "unsaved", name } as const;
      page.change({ question });
      const answer = await new Promise<Answer>((resolve) => (answered = resolve));
      takeBack(question);
      return answer;
    },
    askSamples: (isBusy) => {
      const question = { kind: "samples", isBusy } as const;
      if (page.asked()?.kind !== "unsaved") page.change({ question });
      return question;
    },
    takeBack,
    answer: (answer) => {
      if (page.asked()?.kind === "unsaved") answered(answer);
      else page.change({ question: null });
    },
  };
}
