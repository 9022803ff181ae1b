/** What keys ask for that Univer does not know, or does in a way that does not suit. */
export type KeyWish =
  | "undo"
  | "redo"
  | "leave-after"
  | "leave-before"
  | "left"
  | "up"
  | "sheet-before"
  | "sheet-after"
  | "row-start"
  | "sheet-start"
  | "cut"
  | "nothing";

const wishes: Readonly<Record<string, KeyWish>> = {
  "Ctrl+z": "undo",
  "Ctrl+y": "redo",
  "Ctrl+Shift+z": "redo",
  F6: "leave-after",
  "Shift+F6": "leave-before",
  "Shift+Tab": "left",
  "Shift+Enter": "up",
  "Ctrl+PageUp": "sheet-before",
  "Ctrl+PageDown": "sheet-after",
  Home: "row-start",
  "Ctrl+Home": "sheet-start",
  "Ctrl+x": "cut",
  // Bold, italic, underlined, lines in cells, find, print: nothing that could be saved, or the browser's own.
  "Ctrl+b": "nothing",
  "Ctrl+i": "nothing",
  "Ctrl+u": "nothing",
};

/** The keys of an event as people write them: "Ctrl+Shift+z". */
export function keyName({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string {
  const name = key.length === 1 ? key.toLowerCase() : key;
  return [ctrlKey || metaKey ? "Ctrl+" : "", altKey ? "Alt+" : "", shiftKey ? "Shift+" : "", name].join("");
}

/** In the editor of a cell these are the text's own. */
const ofText: ReadonlySet<KeyWish> = new Set(["undo", "redo", "row-start", "sheet-start", "cut"]);

export function wishOf(event: KeyboardEvent, isEditing: boolean): KeyWish | null {
  const wish = event.isComposing ? undefined : wishes[keyName(event)];
  if (wish === undefined || (isEditing && ofText.has(wish))) return null;
  return wish;
}

/** Hears keys before Univer does, which listens on the window as well: to be called before it starts. */
export function hearKeys(handle: (event: KeyboardEvent) => boolean): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (!handle(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", listener, { capture: true });
  return () => window.removeEventListener("keydown", listener, { capture: true });
}
