import type { Letter } from "../../core/letter";

/** What is left for a person to write, in the order of the letter. */
export function openGaps({ body, closing }: Letter): string[] {
  const inBody = body.flatMap((block) =>
    block.kind === "paragraph" ? block.runs.filter(({ isOpen }) => isOpen === true).map(({ text }) => text) : [],
  );
  return [...inBody, closing.signerName];
}
