/**
 * Keeps Univer from taking the keyboard unasked, which it does when a workbook is opened and when a cell is shown: only a
 * person's pointer, their Tab key, or `let` brings the focus in. Gives the way to stop.
 */
export function guardFocus(container: HTMLElement): {
  readonly let: (focus: () => void) => void;
  readonly stop: () => void;
} {
  let isWanted = false;
  const isInside = (target: EventTarget | null): boolean => target instanceof Node && container.contains(target);
  const onPointer = ({ target }: Event): void => {
    isWanted = isInside(target);
  };
  const onKey = ({ key, target }: KeyboardEvent): void => {
    if (!isInside(target)) isWanted = key === "Tab";
  };
  const onFocus = ({ target, relatedTarget }: FocusEvent): void => {
    if (!isInside(target) || isInside(relatedTarget) || isWanted) return;
    if (relatedTarget instanceof HTMLElement) relatedTarget.focus({ preventScroll: true });
    else if (target instanceof HTMLElement) target.blur();
  };
  window.addEventListener("pointerdown", onPointer, { capture: true });
  window.addEventListener("keydown", onKey, { capture: true });
  window.addEventListener("focusin", onFocus, { capture: true });
  return {
    let: (focus) => {
      isWanted = true;
      focus();
    },
    stop: () => {
      window.removeEventListener("pointerdown", onPointer, { capture: true });
      window.removeEventListener("keydown", onKey, { capture: true });
      window.removeEventListener("focusin", onFocus, { capture: true });
    },
  };
}
